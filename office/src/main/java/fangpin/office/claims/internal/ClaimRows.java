package fangpin.office.claims.internal;

import fangpin.office.claims.Claim;
import fangpin.office.claims.ClaimStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of claims: reading them, adding them, moving them on. */
@Component
public final class ClaimRows {
    /** The days to pay an approved claim end when nothing is owed any more. */
    private static final String DUE_ON =
            "(case when claim.stage <> 'approved' or claims.owes(claim.id) then claim.due_on end)";

    private static final String CLAIM = "select claim.*, " + DUE_ON + """
             as open_due_on, accident.happened_on, accident.place, accident.cause,
                (select benefit_fen from claims.decision where decision.claim_id = claim.id order by number desc limit 1) as benefit_fen
            from claims.claim join claims.accident on accident.id = claim.accident_id
            """;
    private static final String UNDER_WAY =
            "(claim.stage in ('reported', 'complete', 'proposed', 'appealed') or " + DUE_ON + " is not null)";
    private static final String LIST = CLAIM + """
             where claim.id < :before and (:stage::text is null or claim.stage = :stage)
               and (:overdue::boolean is not true or (claim.due_on < :today and""" + " " + DUE_ON + " is not null))"
            + " and (:open::boolean is not true or " + UNDER_WAY + ") order by claim.id desc limit :most";
    private static final String WAITING = CLAIM + """
             where claim.stage in ('reported', 'complete', 'proposed', 'appealed')
               or (claim.stage in ('approved', 'refused') and claim.informed_on is null)
             order by open_due_on nulls last, claim.green desc, claim.id limit :most
            """;

    private final JdbcClient database;

    ClaimRows(JdbcClient database) {
        this.database = database;
    }

    /** Which claims a list is to show. */
    public record Filter(Claim.@Nullable Stage stage, boolean openOnly, boolean overdueOnly) {}

    /** A claim. */
    public Optional<Claim> find(long id) {
        return database.sql(CLAIM + " where claim.id = ?")
                .param(id)
                .query(ClaimRows::claim)
                .optional();
    }

    /** A claim, held until the transaction ends. */
    public Optional<Claim> hold(long id) {
        return database.sql(CLAIM + " where claim.id = ? for update of claim")
                .param(id)
                .query(ClaimRows::claim)
                .optional();
    }

    /** Claims that the reader may see, the newest first, from before a given one on. */
    public List<Claim> list(Filter filter, long before, int most, LocalDate today) {
        return database.sql(LIST)
                .param("before", before)
                .param("stage", filter.stage() == null ? null : Claim.word(filter.stage()))
                .param("open", filter.openOnly())
                .param("overdue", filter.overdueOnly())
                .param("today", today)
                .param("most", most)
                .query(ClaimRows::claim)
                .list();
    }

    /** Claims that wait for somebody, the most urgent first. */
    public List<Claim> waiting(int most) {
        return database.sql(WAITING).param("most", most).query(ClaimRows::claim).list();
    }

    /** A person's claims, the newest first. */
    public List<Claim> ofPerson(long person) {
        return database.sql(CLAIM + " where claim.person_id = ? order by claim.id desc")
                .param(person)
                .query(ClaimRows::claim)
                .list();
    }

    /** Who and when. */
    public record By(long actor, LocalDate day) {}

    /** Moves a claim to a stage with the last day for what comes next, and writes the step down. */
    public void advance(Claim claim, Claim.Stage stage, @Nullable LocalDate dueOn, String what, String note, By by) {
        boolean completed = stage == Claim.Stage.COMPLETE && claim.completeOn() == null;
        boolean decided = stage == Claim.Stage.APPROVED || stage == Claim.Stage.REFUSED;
        database.sql("""
                        update claims.claim set stage = :stage, due_on = :due, version = version + 1,
                            complete_on = case when :completed then :day else complete_on end,
                            decided_on = case when :decided then :day else decided_on end,
                            informed_on = case when :decided then null else informed_on end
                        where id = :id
                        """)
                .param("stage", Claim.word(stage))
                .param("due", dueOn)
                .param("completed", completed)
                .param("decided", decided)
                .param("day", by.day())
                .param("id", claim.id())
                .update();
        step(claim, what, note, by);
    }

    /** The list of papers is open again: what is waited for is not complete. */
    public void incomplete(long claim) {
        database.sql("update claims.claim set complete_on = null where id = ?")
                .param(claim)
                .update();
    }

    /** Gives a claim its place in the period of its person. */
    public void number(long claim, int ordinal) {
        database.sql("update claims.claim set ordinal = ? where id = ?")
                .params(ordinal, claim)
                .update();
    }

    /** The family was told of the decision. */
    public void informed(Claim claim, @Nullable LocalDate dueOn, By by) {
        database.sql("update claims.claim set informed_on = :day, due_on = :due, version = version + 1 where id = :id")
                .param("day", by.day())
                .param("due", dueOn)
                .param("id", claim.id())
                .update();
        step(claim, "informed", "", by);
    }

    /** Writes a step down. */
    public void step(Claim claim, String what, String note, By by) {
        database.sql("""
                        insert into claims.step (claim_id, number, path, insurer_id, what, happened_on, note, entered_by)
                        select :id, coalesce(max(number), 0) + 1, :path, :insurer, :what, :day, :note, :actor
                        from claims.step where claim_id = :id
                        """)
                .param("id", claim.id())
                .param("path", claim.path())
                .param("insurer", claim.insurerId())
                .param("what", what)
                .param("day", by.day())
                .param("note", note.strip())
                .param("actor", by.actor())
                .update();
    }

    /** The steps of a claim, the first first. */
    public List<ClaimStep> steps(long claim) {
        return database.sql("select * from claims.step where claim_id = ? order by number")
                .param(claim)
                .query((row, number) -> new ClaimStep(
                        row.getInt("number"),
                        row.getString("what"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("note"),
                        row.getLong("entered_by")))
                .list();
    }

    /** The value of one of our enums, as the database writes it. */
    static <E extends Enum<E>> E value(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("insurer_id"),
                row.getString("insurer"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getLong("cover_id"),
                row.getString("pack"),
                row.getString("product"),
                row.getObject("period_from", LocalDate.class),
                new Claim.Accident(
                        row.getLong("accident_id"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("place"),
                        row.getString("cause")),
                value(Claim.Kind.class, row.getString("kind")),
                value(Claim.Channel.class, row.getString("channel")),
                row.getString("reporter"),
                value(Claim.ThirdParty.class, row.getString("third_party")),
                row.getBoolean("green"),
                row.getObject("died_on", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                row.getLong("reported_by"),
                value(Claim.Stage.class, row.getString("stage")),
                row.getObject("open_due_on", LocalDate.class),
                row.getObject("complete_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("informed_on", LocalDate.class),
                row.getObject("ordinal", Integer.class),
                row.getObject("benefit_fen", Long.class),
                row.getInt("version"));
    }
}
