package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 跨区移交 (LS §6.1, LY36 §5): the leaving side proposes, the receiving side takes over or sends back. Until then the household stays
 * where it is; at the take-over what it holds goes on in the new place from the day of the move, without a gap or an overlap.
 */
@Service
public final class Handovers {
    private static final String COLUMNS = """
            select h.*, register.place_name(h.from_path) as from_place, register.place_name(h.to_path) as to_place
            from register.handover h
            """;

    private final ScopedWork work;
    private final JdbcClient database;
    private final Audit audit;

    Handovers(ScopedWork work, JdbcClient database, Audit audit) {
        this.work = work;
        this.database = database;
        this.audit = audit;
    }

    /** A place a household can be handed to. */
    public record Destination(String path, String name) {}

    /** The counties and zones of the same province, one's own left out. */
    public List<Destination> destinations(Actor actor) {
        return work.read(
                actor,
                () -> database.sql("select path, name from register.counties_beside(?)")
                        .param(actor.scope().path())
                        .query((row, number) -> new Destination(row.getString("path"), row.getString("name")))
                        .list());
    }

    /** Those of one's division, the open ones first, from after a rank on. */
    public List<Handover> list(Actor actor, OpenFirst after, int most) {
        return work.read(
                actor,
                () -> database.sql(COLUMNS + """
                                where (h.stage = 'proposed', h.id) < (:open, :id)
                                order by h.stage = 'proposed' desc, h.id desc limit :most
                                """)
                        .param("open", after.open())
                        .param("id", after.id())
                        .param("most", most)
                        .query((row, number) -> read(row, actor))
                        .list());
    }

    /** One of them. */
    public Optional<Handover> find(Actor actor, long id) {
        return work.read(
                actor,
                () -> database.sql(COLUMNS + " where h.id = :id")
                        .param("id", id)
                        .query((row, number) -> read(row, actor))
                        .optional());
    }

    /** Proposes to hand a person's household over. */
    public Answer<Long> propose(
            Actor actor, long person, String toPath, LocalDate movedOn, String reason, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (reason.isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        if (movedOn.isAfter(today)) {
            return Answer.refused(Refusal.DATE_IN_FUTURE);
        }
        boolean known =
                destinations(actor).stream().anyMatch(place -> place.path().equals(toPath));
        if (!known) {
            return Answer.refused(Refusal.DESTINATION);
        }
        return work.write(actor, () -> insert(actor, person, toPath, movedOn, reason.strip(), today));
    }

    private Answer<Long> insert(
            Actor actor, long person, String toPath, LocalDate movedOn, String reason, LocalDate today) {
        Optional<Boolean> open =
                database.sql("""
                        select exists (select from register.handover h where h.household_id = p.household_id and h.stage = 'proposed')
                        from register.person p where p.id = ? and p.merged_into is null
                        """).param(person).query(Boolean.class).optional();
        if (open.isEmpty()) {
            return Answer.refused(Refusal.NOT_FOUND);
        }
        if (open.get()) {
            return Answer.refused(Refusal.ALREADY_UNDER_WAY);
        }
        if (caseUnderWay("(select household_id from register.person where id = ?)", person)) {
            return Answer.refused(Refusal.HOUSEHOLD_CASE_OPEN);
        }
        Basis basis = Basis.of(actor.scope().path(), null);
        Long id = database.sql("""
                        insert into register.handover (from_path, to_path, household_number, household_id, persons, moved_on, pack, clause,
                            reason, stage, proposed_by, proposed_on)
                        select h.path, :toPath, h.number, h.id,
                            (select count(*) from register.person m where m.household_id = h.id and m.merged_into is null),
                            :movedOn, :pack, :clause, :reason, 'proposed', :actor, :today
                        from register.person p join register.household h on h.id = p.household_id where p.id = :person returning id
                        """)
                .param("person", person)
                .param("pack", basis.pack())
                .param("clause", basis.clause())
                .param("reason", reason)
                .param("movedOn", movedOn)
                .param("toPath", toPath)
                .param("actor", actor.userId())
                .param("today", today)
                .query(Long.class)
                .single();
        audit.record(actor, AuditAction.HANDED_OVER, "handover/" + id, Map.of("stage", "proposed", "to", toPath));
        return Answer.done(id);
    }

    /** Takes a household over into one of one's villages. */
    public Answer<Long> accept(Actor actor, long id, int version, String villagePath, LocalDate today) {
        if (!actor.may(Right.REGISTER_APPROVE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            if (!holds(id, version)) {
                return Answer.refused(Refusal.CHANGED_MEANWHILE);
            }
            if (caseUnderWay("(select household_id from register.handover where id = ?)", id)) {
                return Answer.refused(Refusal.HOUSEHOLD_CASE_OPEN);
            }
            boolean moved = database.sql("select register.take_over(?, ?, ?, ?) is not null")
                    .params(id, villagePath, actor.userId(), today)
                    .query(Boolean.class)
                    .single();
            if (!moved) {
                return Answer.refused(Refusal.DESTINATION);
            }
            close(actor, id, "accepted", villagePath, today);
            return Answer.done(id);
        });
    }

    /** An open case rests on the place the household is in, and neither side would see it after the move. */
    private boolean caseUnderWay(String household, long id) {
        return database.sql("select register.case_under_way(" + household + ")")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Sends a household back, with the reason. */
    public Answer<Long> refuse(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, "refused", Right.REGISTER_APPROVE, reason, today);
    }

    /** Takes the proposal back, with the reason. */
    public Answer<Long> withdraw(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, "withdrawn", Right.REGISTER_WRITE, reason, today);
    }

    private Answer<Long> end(
            Actor actor, long id, int version, String stage, Right right, String reason, LocalDate today) {
        if (!actor.may(right)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (reason.isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            if (!holds(id, version)) {
                return Answer.refused(Refusal.CHANGED_MEANWHILE);
            }
            boolean receives = database.sql("""
                            select to_path >= :scope and to_path < :scope || '~' from register.handover where id = :id
                            """)
                    .param("scope", actor.scope().path())
                    .param("id", id)
                    .query(Boolean.class)
                    .single();
            if (receives != stage.equals("refused")) {
                return Answer.refused(Refusal.NO_RIGHT);
            }
            close(actor, id, stage, reason.strip(), today);
            return Answer.done(id);
        });
    }

    private boolean holds(long id, int version) {
        return database.sql("select version from register.handover where id = ? and stage = 'proposed' for update")
                .param(id)
                .query(Integer.class)
                .optional()
                .filter(held -> held == version)
                .isPresent();
    }

    private void close(Actor actor, long id, String stage, String answer, LocalDate today) {
        database.sql("""
                        update register.handover set stage = :stage, answer = :answer, answered_on = :today, version = version + 1,
                            answered_by = case when :stage = 'withdrawn' then null else :actor end
                        where id = :id
                        """)
                .param("stage", stage)
                .param("answer", answer)
                .param("today", today)
                .param("actor", actor.userId())
                .param("id", id)
                .update();
        audit.record(actor, AuditAction.HANDED_OVER, "handover/" + id, Map.of("stage", stage));
    }

    private static Handover read(ResultSet row, Actor actor) throws SQLException {
        String toPath = row.getString("to_path");
        return new Handover(
                row.getLong("id"),
                row.getString("from_path"),
                toPath,
                row.getString("from_place"),
                row.getString("to_place"),
                row.getString("household_number"),
                row.getInt("persons"),
                row.getObject("moved_on", LocalDate.class),
                row.getString("reason"),
                Handover.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getString("answer"),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("determination_id", Long.class),
                actor.scope().holds(toPath),
                row.getInt("version"));
    }
}
