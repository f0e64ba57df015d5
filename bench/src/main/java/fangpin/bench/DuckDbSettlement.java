package fangpin.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The yardstick: the bare arithmetic of WH3 §3.1 in one SQL statement, without any check, writing the same six columns. It reads and
 * writes the same files as {@code settle} and runs as a process of its own.
 */
public final class DuckDbSettlement {
    private static final String COLUMNS = """
            {'bill_id': 'VARCHAR', 'person_id': 'VARCHAR', 'admission_date': 'DATE', 'discharge_date': 'DATE',
             'total_cost': 'DECIMAL(14,2)', 'eligible_cost': 'DECIMAL(14,2)', 'basic_paid': 'DECIMAL(14,2)',
             'critical_illness_paid': 'DECIMAL(14,2)', 'hospital_waiver': 'DECIMAL(14,2)',
             'medical_assistance_paid': 'DECIMAL(14,2)'}""";

    /** As one would write it at first: running sums, a running maximum, lag, all in decimals. */
    private static final String PLAIN = """
            COPY (
              WITH bill AS (
                SELECT bill_id, person_id, discharge_date, total_cost, eligible_cost,
                       eligible_cost - basic_paid - critical_illness_paid - hospital_waiver - medical_assistance_paid AS left_cost
                FROM read_csv('%1$s', header = true, columns = %2$s)),
              sums AS (
                SELECT *, sum(eligible_cost) OVER running AS eligible_year, sum(left_cost) OVER running AS left_year
                FROM bill
                WINDOW running AS (PARTITION BY person_id ORDER BY discharge_date, bill_id ROWS UNBOUNDED PRECEDING)),
              owed AS (
                SELECT *, greatest(0, left_year - CASE WHEN eligible_year = 0 THEN 0
                    ELSE ((CAST(eligible_year * 100 AS BIGINT) * %4$s - 1) // 100) / CAST(100 AS DECIMAL(5,0)) END)::DECIMAL(18,2) AS owed
                FROM sums),
              year AS (
                SELECT *, least(600000, max(owed) OVER running)::DECIMAL(18,2) AS year_paid
                FROM owed
                WINDOW running AS (PARTITION BY person_id ORDER BY discharge_date, bill_id ROWS UNBOUNDED PRECEDING)),
              paid AS (
                SELECT *, year_paid - lag(year_paid, 1, 0) OVER (PARTITION BY person_id ORDER BY discharge_date, bill_id)
                    AS supplementary_paid
                FROM year)
              SELECT bill_id, person_id, supplementary_paid, (left_cost - supplementary_paid)::DECIMAL(18,2) AS self_paid,
                     total_cost - eligible_cost AS ineligible_cost, year_paid
              FROM paid) TO '%3$s' (HEADER)""";

    /** Tuned: fen as BIGINT, no lag, one window a level, insertion order off. */
    private static final String TUNED = """
            COPY (
              WITH bill AS (
                SELECT bill_id, person_id, discharge_date, CAST(total_cost * 100 AS BIGINT) AS total,
                       CAST(eligible_cost * 100 AS BIGINT) AS eligible,
                       CAST((eligible_cost - basic_paid - critical_illness_paid - hospital_waiver - medical_assistance_paid)
                           * 100 AS BIGINT) AS left_cost
                FROM read_csv('%1$s', header = true, columns = %2$s)),
              sums AS (
                SELECT *, CAST(sum(eligible) OVER running AS BIGINT) AS eligible_year,
                       CAST(sum(left_cost) OVER running AS BIGINT) AS left_year
                FROM bill
                WINDOW running AS (PARTITION BY person_id ORDER BY discharge_date, bill_id ROWS UNBOUNDED PRECEDING)),
              owed AS (
                SELECT *, greatest(0, left_year - CASE WHEN eligible_year = 0 THEN 0 ELSE (eligible_year * %4$s - 1) // 100 END) AS owed
                FROM sums),
              year AS (
                SELECT *, least(60000000, max(owed) OVER (PARTITION BY person_id ORDER BY discharge_date, bill_id
                              ROWS UNBOUNDED PRECEDING)) AS now,
                       least(60000000, coalesce(max(owed) OVER (PARTITION BY person_id ORDER BY discharge_date, bill_id
                              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) AS before
                FROM owed)
              SELECT bill_id, person_id, ((now - before) / 100)::DECIMAL(18,2) AS supplementary_paid,
                     ((left_cost - (now - before)) / 100)::DECIMAL(18,2) AS self_paid,
                     ((total - eligible) / 100)::DECIMAL(18,2) AS ineligible_cost, (now / 100)::DECIMAL(18,2) AS year_paid
              FROM year) TO '%3$s' (HEADER)""";

    private DuckDbSettlement() {}

    /**
     * Runs a statement.
     *
     * @param arguments {@code plain} or {@code tuned}, bills file, result file, and the percentage that the burden stays below
     */
    public static void main(String[] arguments) throws SQLException {
        boolean tuned = arguments[0].equals("tuned");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            if (tuned) {
                statement.execute("SET preserve_insertion_order = false");
            }
            statement.execute((tuned ? TUNED : PLAIN).formatted(arguments[1], COLUMNS, arguments[2], arguments[3]));
        }
    }
}
