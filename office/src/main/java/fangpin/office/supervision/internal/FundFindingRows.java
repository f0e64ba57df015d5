package fangpin.office.supervision.internal;

import fangpin.office.supervision.Finding;
import fangpin.office.supervision.FindingRule;
import fangpin.office.supervision.Findings;
import fangpin.office.supervision.FundBoard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of findings, and of what was done about them. */
@Component
public final class FundFindingRows {
    private static final String PAYMENT = """
            select payment.*, request.purpose from appropriation.payment join appropriation.request on request.id = payment.request_id
            """;

    private final JdbcClient database;

    FundFindingRows(JdbcClient database) {
        this.database = database;
    }

    /** One finding. */
    public Optional<Finding> find(long id) {
        return database.sql("select * from supervision.finding where id = ?")
                .param(id)
                .query(FundFindingRows::finding)
                .optional();
    }

    /** One finding, held until the transaction ends. */
    public Optional<Finding> hold(long id) {
        return database.sql("select * from supervision.finding where id = ? for update")
                .param(id)
                .query(FundFindingRows::finding)
                .optional();
    }

    /** What a list shows. */
    public List<Finding> list(Findings.Query query) {
        return database.sql("""
                        select * from supervision.finding
                        where path >= :place and path < :place || '~' and (:after = 0 or id < :after)
                          and (cast(:rule as text) is null or rule = :rule) and (cast(:grade as text) is null or grade = :grade)
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:department as text) is null or department = :department) and (:gone or gone_on is null)
                        order by id desc limit :most
                        """)
                .param("place", query.place())
                .param("after", query.after())
                .param("rule", query.rule() == null ? null : query.rule().word())
                .param("grade", word(query.grade()))
                .param("state", word(query.state()))
                .param("department", word(query.department()))
                .param("gone", query.gone())
                .param("most", query.most())
                .query(FundFindingRows::finding)
                .list();
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : Finding.word(value);
    }

    /** Open ones by rule. */
    public Map<FindingRule, Long> open(String place) {
        Map<FindingRule, Long> counts = new EnumMap<>(FindingRule.class);
        database.sql("""
                        select rule, count(*) as found from supervision.finding
                        where path >= :place and path < :place || '~' and state <> 'closed' and gone_on is null group by rule
                        """)
                .param("place", place)
                .query((row, number) ->
                        counts.put(FindingRule.of(row.getString("rule")).orElseThrow(), row.getLong("found")))
                .list();
        return counts;
    }

    /** What waits for an account. */
    public List<Finding> waiting(long account, int most) {
        return database.sql("""
                        select * from supervision.finding
                        where grade = 'finding' and gone_on is null and (state = 'open' or (state = 'rectified' and rectified_by <> :account))
                        order by due_on, id limit :most
                        """)
                .param("account", account)
                .param("most", most)
                .query(FundFindingRows::finding)
                .list();
    }

    /** What was done about one. */
    public List<Finding.Step> steps(long id) {
        return database.sql("select * from supervision.finding_step where finding_id = ? order by id")
                .param(id)
                .query((row, number) -> new Finding.Step(
                        row.getString("what"),
                        row.getString("said"),
                        row.getLong("made_by"),
                        Objects.requireNonNull(row.getObject("made_on", LocalDate.class))))
                .list();
    }

    /** Keeps what was done. */
    public void step(Finding finding, String what, String said, long actor, LocalDate day) {
        database.sql("""
                        insert into supervision.finding_step (finding_id, path, what, said, made_by, made_on) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(finding.id(), finding.path(), what, said, actor, day)
                .update();
    }

    /** That it was put right. */
    public void rectify(long id, long actor, LocalDate day) {
        database.sql(
                        "update supervision.finding set state = 'rectified', rectified_by = ?, rectified_on = ? where id = ?")
                .params(actor, day, id)
                .update();
    }

    /** That it is not put right after all. */
    public void reopen(long id) {
        database.sql(
                        "update supervision.finding set state = 'open', rectified_by = null, rectified_on = null where id = ?")
                .param(id)
                .update();
    }

    /** That another person closed it. */
    public void close(long id, long actor, LocalDate day) {
        database.sql("update supervision.finding set state = 'closed', closed_by = ?, closed_on = ? where id = ?")
                .params(actor, day, id)
                .update();
    }

    /** The payments a finding is about. */
    public List<FundBoard.Paid> payments(Finding finding, int most) {
        int slash = finding.subject().indexOf('/');
        long number = Long.parseLong(finding.subject().substring(slash + 1));
        String where = switch (finding.rule()) {
            case SHARED_ACCOUNT ->
                "where payee_account_index = (select payee_account_index from appropriation.payment where id = :number)";
            case NOT_REGISTERED -> "where payment.id = :number";
            case PAID_TWICE -> "where person_id = :number and request.purpose = :purpose";
            case CASH -> "where request_id = :number";
            case LATE,
                    NEARLY_LATE,
                    NOT_IN_POOL,
                    NO_GOALS,
                    WORD_CLEARED,
                    IDLE_ONE_YEAR,
                    IDLE_TWO_YEARS,
                    OVER_BUDGET,
                    MATCHING_MISSING,
                    MORE_THAN_ARRIVED,
                    PROJECT_WAITS,
                    MONEY_WAITS -> "where false";
        };
        return database.sql(PAYMENT + where
                        + " and payment.state in ('approved', 'sent', 'paid') order by payment.id limit :most")
                .param("number", number)
                .param(
                        "purpose",
                        finding.arguments().isEmpty() ? "" : finding.arguments().getFirst())
                .param("most", most)
                .query(Reading::paid)
                .list();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getLong("id"),
                row.getString("path"),
                FindingRule.of(row.getString("rule")).orElseThrow(),
                Finding.of(Finding.Grade.class, row.getString("grade")).orElseThrow(),
                Finding.of(Finding.Department.class, row.getString("department"))
                        .orElseThrow(),
                row.getString("clause"),
                row.getString("subject"),
                row.getString("pack"),
                row.getString("item"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getLong("amount_fen"),
                Finding.of(Finding.State.class, row.getString("state")).orElseThrow(),
                Objects.requireNonNull(row.getObject("found_on", LocalDate.class)),
                Objects.requireNonNull(row.getObject("last_found_on", LocalDate.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("gone_on", LocalDate.class),
                row.getObject("rectified_by", Long.class),
                row.getObject("rectified_on", LocalDate.class),
                row.getObject("closed_by", Long.class),
                row.getObject("closed_on", LocalDate.class));
    }
}
