package fangpin.office.settlement.internal;

import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Upload;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of an upload: those that wait, in the order in which they are settled; those rejected and accepted, in the file's. */
@Component
public final class UploadLines {
    private final JdbcClient database;
    private final UploadRows rows;

    UploadLines(JdbcClient database, UploadRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** A row that waits. */
    public record Waiting(long row, List<String> cells, Place place) {}

    /** Where a row stands in the order in which rows are settled; several may stand there. */
    public record Place(String dischargedOn, String billNumber) {
        /** Before all rows. */
        public static final Place START = new Place("-infinity", "");
    }

    /** What became of a row: a bill, a reason, or a bill that waits for people's decision. */
    public record Outcome(
            long row,
            @Nullable Long bill,
            @Nullable SettlementRefusal reason,
            int column,
            @Nullable Long referred) {
        static Outcome made(long row, long bill) {
            return new Outcome(row, bill, null, -1, null);
        }

        static Outcome rejected(long row, SettlementRefusal reason, int column) {
            return new Outcome(row, null, reason, column, null);
        }

        static Outcome kept(long row, long referred) {
            return new Outcome(row, null, null, -1, referred);
        }
    }

    /** An accepted row with its bill. */
    public record Made(long row, List<String> cells, long bill) {}

    /**
     * For this transaction: tables that were empty a minute ago hold a month now, and nobody has counted them yet; so each set is planned
     * anew, and looks its few hundred rows up instead of reading whole tables.
     */
    public void planBySets() {
        database.sql("""
                        select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)
                        """).query((row, number) -> number).single();
    }

    /** Which of these bills were settled and then cancelled. */
    public Set<Long> cancelled(List<Long> bills) {
        return Set.copyOf(
                database.sql("select bill_id from settlement.decision where bill_id = any (?) and kind = 'cancelled'")
                        .param(bills.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /**
     * The next rows by discharge and bill number, as file runs settle them.
     *
     * @param place where to look from: what stood before it is decided
     */
    public List<Waiting> waiting(long upload, Place place, int most) {
        return database.sql("""
                        select row_number, cells_sealed, discharged_on, bill_number from settlement.upload_row
                        where upload_id = ? and bill_id is null and reason is null and referred_id is null
                          and (discharged_on, bill_number) >= (?::date, ?)
                        order by discharged_on, bill_number limit ?
                        """)
                .params(upload, place.dischargedOn(), place.billNumber(), most)
                .query((row, number) -> new Waiting(
                        row.getLong("row_number"),
                        rows.opened(row.getBytes("cells_sealed")),
                        new Place(row.getString("discharged_on"), row.getString("bill_number"))))
                .list();
    }

    /** Writes down what became of rows. */
    public void decide(long upload, List<Outcome> outcomes) {
        database.sql("""
                        select settlement.decide_rows(:upload, :rows::bigint[], :bills::bigint[], :reasons::text[], :columns::integer[],
                            :referred::bigint[])
                        """)
                .param("upload", upload)
                .param("rows", outcomes.stream().map(Outcome::row).toArray(Long[]::new))
                .param("bills", outcomes.stream().map(Outcome::bill).toArray(Long[]::new))
                .param(
                        "reasons",
                        outcomes.stream()
                                .map(one -> one.reason() == null
                                        ? null
                                        : one.reason().word())
                                .toArray(String[]::new))
                .param(
                        "columns",
                        outcomes.stream()
                                .map(one -> one.column() < 0 ? null : Integer.valueOf(one.column()))
                                .toArray(Integer[]::new))
                .param("referred", outcomes.stream().map(Outcome::referred).toArray(Long[]::new))
                .query((row, number) -> number)
                .single();
    }

    /** Rejected rows after one of them; kept ones among them whose cover was decided against, or that settlement refused later. */
    public List<Upload.Rejected> rejected(long upload, long after, int most) {
        return database.sql("""
                        (select row_number, cells_sealed, reason, coalesce(wrong_column, -1) as wrong_column from settlement.upload_row
                        where upload_id = :upload and row_number > :after and reason is not null order by row_number limit :most)
                        union all
                        (select line.row_number, line.cells_sealed, coalesce(kept.refused, 'referral-refused'), -1
                        from settlement.upload_row line join settlement.referred_bill kept on kept.id = line.referred_id
                        cross join lateral settlement.referred_state(array[kept.id]) state
                        where upload_id = :upload and row_number > :after and line.referred_id is not null and state.settled is null
                          and (kept.refused is not null or (not state.insured and not state.answered))
                        order by row_number limit :most)
                        order by row_number limit :most
                        """)
                .param("upload", upload)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Upload.Rejected(
                        row.getLong("row_number"),
                        rows.opened(row.getBytes("cells_sealed")),
                        SettlementRefusal.of(row.getString("reason")),
                        row.getInt("wrong_column")))
                .list();
    }

    /** Rows that were kept and are neither settled nor refused, after one of them. */
    public List<Upload.Referred> referred(long upload, long after, int most) {
        return database.sql("""
                        select line.row_number, line.cells_sealed, seen.*, hospital.name_zh, hospital.name_en, state.answered, state.insured,
                            state.settled
                        from settlement.upload_row line
                        join settlement.referred_bill seen on seen.id = line.referred_id
                        join settlement.hospital on hospital.id = seen.hospital_id
                        cross join lateral settlement.referred_state(array[seen.id]) state
                        where line.upload_id = :upload and line.row_number > :after and line.referred_id is not null
                          and state.settled is null and seen.refused is null and (state.insured or coalesce(state.answered, true))
                        order by line.row_number limit :most
                        """)
                .param("upload", upload)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Upload.Referred(
                        row.getLong("row_number"), rows.opened(row.getBytes("cells_sealed")), ReferredRows.bill(row)))
                .list();
    }

    /** Accepted rows after one of them; kept ones among them that were settled since. */
    public List<Made> accepted(long upload, long after, int most) {
        return database.sql("""
                        (select row_number, cells_sealed, bill_id from settlement.upload_row
                        where upload_id = :upload and row_number > :after and bill_id is not null order by row_number limit :most)
                        union all
                        (select line.row_number, line.cells_sealed, state.settled from settlement.upload_row line
                        cross join lateral settlement.referred_state(array[line.referred_id]) state
                        where upload_id = :upload and row_number > :after and line.referred_id is not null and state.settled is not null
                        order by row_number limit :most)
                        order by row_number limit :most
                        """)
                .param("upload", upload)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Made(
                        row.getLong("row_number"), rows.opened(row.getBytes("cells_sealed")), row.getLong("bill_id")))
                .list();
    }
}
