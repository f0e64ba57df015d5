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

/** 公示: the notices of one's division, and what is said against them. */
@Service
public final class PublicNotices {
    private static final String COLUMNS = """
            select n.id, n.path, n.title, n.clause, n.place, n.shown_from, n.shown_to, d.name_zh as village
            from register.public_notice n join register.division d on d.path = n.path
            """;

    private final ScopedWork work;
    private final JdbcClient database;
    private final Audit audit;

    PublicNotices(ScopedWork work, JdbcClient database, Audit audit) {
        this.work = work;
        this.database = database;
        this.audit = audit;
    }

    /** The notices of one's division, those hanging today first, the newest first, from after a rank on. */
    public List<Notice> list(Actor actor, LocalDate today, OpenFirst after, int most) {
        return work.read(
                actor,
                () -> database.sql(COLUMNS + """
                                where (n.shown_to > :today, n.id) < (:open, :id)
                                order by n.shown_to > :today desc, n.id desc limit :most
                                """)
                        .param("today", today)
                        .param("open", after.open())
                        .param("id", after.id())
                        .param("most", most)
                        .query(this::read)
                        .list());
    }

    /** One notice. */
    public Optional<Notice> find(Actor actor, long id) {
        return work.read(
                actor,
                () -> database.sql(COLUMNS + " where n.id = :id")
                        .param("id", id)
                        .query(this::read)
                        .optional());
    }

    /** The notice a case stands on. */
    public Optional<Long> ofCase(Actor actor, long determination) {
        return work.read(
                actor,
                () -> database.sql(
                                "select notice_id from register.public_notice_entry where determination_id = ? order by 1 desc limit 1")
                        .param(determination)
                        .query(Long.class)
                        .optional());
    }

    /** Writes down an objection against an entry; the case cannot be filed before it is answered. */
    public Answer<Long> object(Actor actor, long notice, long determination, String said, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (said.isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            Optional<Long> added = database.sql("""
                            insert into register.objection (notice_id, path, determination_id, received_on, said, entered_by)
                            select notice_id, path, determination_id, :today, :said, :actor from register.public_notice_entry
                            where notice_id = :notice and determination_id = :determination returning id
                            """)
                    .param("today", today)
                    .param("said", said.strip())
                    .param("actor", actor.userId())
                    .param("notice", notice)
                    .param("determination", determination)
                    .query(Long.class)
                    .optional();
            added.ifPresent(id -> audit.record(actor, AuditAction.ENTERED, "objection/" + id, Map.of()));
            return added.<Answer<Long>>map(Answer::done).orElseGet(() -> Answer.refused(Refusal.NOT_FOUND));
        });
    }

    /** Answers an objection after it was looked into; by another person than who wrote it down. */
    public Answer<Long> answer(Actor actor, long objection, String answer, LocalDate today) {
        if (!actor.may(Right.REGISTER_APPROVE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (answer.isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            Optional<Long> enteredBy = database.sql(
                            "select entered_by from register.objection where id = ? and answered_on is null for update")
                    .param(objection)
                    .query(Long.class)
                    .optional();
            if (enteredBy.isEmpty()) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            if (enteredBy.get() == actor.userId()) {
                return Answer.refused(Refusal.SAME_PERSON);
            }
            database.sql("update register.objection set answer = ?, answered_on = ? where id = ?")
                    .params(answer.strip(), today, objection)
                    .update();
            audit.record(actor, AuditAction.APPROVED, "objection/" + objection, Map.of());
            return Answer.done(objection);
        });
    }

    /**
     * 未答复的异议: where it hangs and since when.
     *
     * @param village its name
     */
    public record OpenObjection(long notice, String village, String clause, LocalDate receivedOn) {}

    /** Objections that wait for this reader, who did not write them down; the oldest first. */
    public List<OpenObjection> waiting(Actor actor, int most) {
        if (!actor.may(Right.REGISTER_APPROVE)) {
            return List.of();
        }
        return work.read(
                actor,
                () -> database.sql("""
                        select n.id, d.name_zh as village, n.clause, o.received_on
                        from register.objection o join register.public_notice n on n.id = o.notice_id
                        join register.division d on d.path = n.path
                        where o.answered_on is null and o.entered_by <> ? order by o.id limit ?
                        """)
                        .params(actor.userId(), most)
                        .query((row, number) -> new OpenObjection(
                                row.getLong("id"),
                                row.getString("village"),
                                row.getString("clause"),
                                row.getObject("received_on", LocalDate.class)))
                        .list());
    }

    private Notice read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        String[] title = row.getString("title").split(":", 2);
        return new Notice(
                id,
                row.getString("path"),
                row.getString("village"),
                Determination.Kind.valueOf(title[0].toUpperCase(Locale.ROOT)),
                StatusKind.of(title[1]).orElse(null),
                row.getString("clause"),
                row.getString("place"),
                row.getObject("shown_from", LocalDate.class),
                row.getObject("shown_to", LocalDate.class),
                entries(id),
                objections(id));
    }

    private List<Notice.Entry> entries(long notice) {
        return database.sql("""
                        select e.determination_id, d.name_zh as village, count(*) as persons,
                            string_agg(p.name, '、' order by p.relation, p.id) as names
                        from register.public_notice_entry e join register.division d on d.path = e.path
                        join register.determination_person m on m.determination_id = e.determination_id
                        join register.person p on p.id = m.person_id
                        where e.notice_id = ? group by e.determination_id, d.name_zh order by e.determination_id
                        """)
                .param(notice)
                .query((row, number) -> new Notice.Entry(
                        row.getLong("determination_id"),
                        row.getString("names"),
                        row.getString("village"),
                        row.getInt("persons")))
                .list();
    }

    private List<Notice.Objection> objections(long notice) {
        return database.sql("""
                        select id, determination_id, received_on, said, answer, answered_on from register.objection
                        where notice_id = ? order by id
                        """)
                .param(notice)
                .query((row, number) -> new Notice.Objection(
                        row.getLong("id"),
                        row.getLong("determination_id"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("said"),
                        row.getString("answer"),
                        row.getObject("answered_on", LocalDate.class)))
                .list();
    }
}
