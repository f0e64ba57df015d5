package fangpin.office.settlement.internal;

import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Costs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of costs and of what is checked. */
@Component
public final class CostRows {
    private static final String COUNTING = """
            from settlement.bill join settlement.hospital on hospital.id = bill.hospital_id
            left join settlement.department on department.id = bill.department_id
            cross join lateral (
                select * from settlement.decision where decision.bill_id = bill.id order by number desc limit 1) last
            where bill.discharged_on >= :month and bill.discharged_on < :next and last.kind <> 'cancelled'
            """;
    private static final String SUMS = """
            count(*) as bills, sum(last.total_fen) as total, sum(last.total_fen - last.ineligible_fen) as eligible,
            sum(last.ineligible_fen) as ineligible, sum(last.self_fen) as self
            """;
    private static final String BY_HOSPITAL =
            "select hospital.id as subject, hospital.path, hospital.name_zh, hospital.name_en, " + SUMS
                    + ", exists (select from settlement.cost_check c where c.hospital_id = hospital.id and c.month = :month) as checked "
                    + COUNTING
                    + " and (cast(:subject as bigint) is null or hospital.id = :subject) group by hospital.id";
    private static final String BY_DEPARTMENT =
            "select department.id as subject, hospital.path, hospital.name_zh || ' · ' || department.name as name_zh, "
                    + "hospital.name_en || ' · ' || department.name as name_en, " + SUMS
                    + ", exists (select from settlement.cost_check c where c.department_id = department.id and c.month = :month) as checked "
                    + COUNTING
                    + " and department.id = coalesce(:subject, department.id) group by hospital.id, department.id";
    private static final String BY_PERSON =
            "select bill.person_id as subject, max(bill.path) as path, max(bill.person_name) as name_zh, "
                    + "max(bill.person_name) as name_en, " + SUMS
                    + ", exists (select from settlement.cost_check c where c.person_id = bill.person_id and c.month = :month) as checked "
                    + COUNTING
                    + " and (cast(:subject as bigint) is null or bill.person_id = :subject) group by bill.person_id";

    private final JdbcClient database;
    private final SettlementRows bills;

    CostRows(JdbcClient database, SettlementRows bills) {
        this.database = database;
        this.bills = bills;
    }

    /** A month's lines: all that the reader sees, or one hospital's or person's. */
    public List<Costs.Line> lines(Costs.By by, LocalDate month, @Nullable Long subject) {
        String sql = switch (by) {
            case HOSPITAL -> BY_HOSPITAL;
            case DEPARTMENT -> BY_DEPARTMENT;
            case PERSON -> BY_PERSON;
        };
        return database.sql(sql)
                .param("month", month)
                .param("next", month.plusMonths(1))
                .param("subject", subject)
                .query((row, number) -> new Costs.Line(
                        by,
                        row.getLong("subject"),
                        row.getString("path"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        month,
                        row.getInt("bills"),
                        row.getLong("total"),
                        row.getLong("eligible"),
                        row.getLong("ineligible"),
                        row.getLong("self"),
                        row.getBoolean("checked")))
                .list();
    }

    /** The bills of a line, the dearest outside the catalogue first. */
    public List<Bill> bills(Costs.By by, long subject, LocalDate month, int most) {
        List<Long> ids = database.sql("select bill.id " + COUNTING + """
                         and case :by when 'HOSPITAL' then bill.hospital_id when 'DEPARTMENT' then bill.department_id else bill.person_id end = :subject
                        order by last.ineligible_fen + last.self_fen desc, bill.id limit :most
                        """)
                .param("month", month)
                .param("next", month.plusMonths(1))
                .param("by", by.name())
                .param("subject", subject)
                .param("most", most)
                .query(Long.class)
                .list();
        Map<Long, Bill> found = bills.all(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Enters a check with the figures as they are. */
    public long insert(Costs.Line line, SettlementRows.By by) {
        return database.sql("""
                        insert into settlement.cost_check (path, hospital_id, department_id, person_id, month, subject, bills, total_fen, ineligible_fen,
                            self_fen, entered_by, entered_on)
                        values (:path, :hospital, :department, :person, :month, :name, :bills, :total, :ineligible, :self, :actor, :day) returning id
                        """)
                .param("path", line.path())
                .param("hospital", line.by() == Costs.By.HOSPITAL ? line.subject() : null)
                .param("department", line.by() == Costs.By.DEPARTMENT ? line.subject() : null)
                .param("person", line.by() == Costs.By.PERSON ? line.subject() : null)
                .param("month", line.month())
                .param("name", line.nameChinese())
                .param("bills", line.bills())
                .param("total", line.totalFen())
                .param("ineligible", line.ineligibleFen())
                .param("self", line.selfFen())
                .param("actor", by.actor())
                .param("day", by.day())
                .query(Long.class)
                .single();
    }

    /** Says what came of a check; 0 when it was closed before or is not there. */
    public int close(long id, String note, SettlementRows.By by) {
        return database.sql("""
                        update settlement.cost_check set note = :note, closed_by = :actor, closed_on = :day
                        where id = :id and closed_by is null
                        """)
                .param("note", note)
                .param("actor", by.actor())
                .param("day", by.day())
                .param("id", id)
                .update();
    }

    /** The newest checks, the open ones first. */
    public List<Costs.Check> checks(int most) {
        return database.sql("select * from settlement.cost_check order by closed_by is not null, id desc limit ?")
                .param(most)
                .query((row, number) -> {
                    Costs.By by = by(row);
                    return new Costs.Check(
                            row.getLong("id"),
                            by,
                            row.getLong(by.name().toLowerCase(Locale.ROOT) + "_id"),
                            row.getString("subject"),
                            row.getObject("month", LocalDate.class),
                            row.getInt("bills"),
                            row.getLong("total_fen"),
                            row.getLong("ineligible_fen"),
                            row.getLong("self_fen"),
                            row.getLong("entered_by"),
                            row.getObject("entered_on", LocalDate.class),
                            row.getString("note"),
                            row.getObject("closed_on", LocalDate.class));
                })
                .list();
    }

    private static Costs.By by(ResultSet row) throws SQLException {
        if (row.getObject("hospital_id") != null) {
            return Costs.By.HOSPITAL;
        }
        return row.getObject("department_id") == null ? Costs.By.PERSON : Costs.By.DEPARTMENT;
    }
}
