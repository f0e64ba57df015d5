package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 省扶贫工作重点村 (WH6 §1.1): which villages are key villages, from when until when. Headcounts follow: some count other villages only. */
@Service
public final class KeyVillages {
    private static final String CLAUSE = "WH6 §1.1";

    private final ScopedWork work;
    private final JdbcClient database;
    private final Headcounts headcounts;
    private final Audit audit;

    KeyVillages(ScopedWork work, JdbcClient database, Headcounts headcounts, Audit audit) {
        this.work = work;
        this.database = database;
        this.headcounts = headcounts;
        this.audit = audit;
    }

    /**
     * A key village for a time.
     *
     * @param until first day it is none any more; null while it is one
     */
    public record KeyVillage(
            long id,
            String path,
            String place,
            String clause,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** Those of one's division, by place. */
    public List<KeyVillage> list(Actor actor) {
        return work.read(
                actor,
                () -> database.sql("""
                        select mark.id, mark.path, register.place_name(mark.path) as place, mark.clause, mark.valid_from, mark.valid_to
                        from register.division_mark mark where mark.mark = 'key-village' order by mark.path, mark.valid_from
                        """)
                        .query((row, number) -> new KeyVillage(
                                row.getLong("id"),
                                row.getString("path"),
                                row.getString("place"),
                                row.getString("clause"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)))
                        .list());
    }

    /** Names a village a key village from a day on. */
    public Answer<String> name(Actor actor, String path, LocalDate from) {
        if (!actor.may(Right.REGISTER_APPROVE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            if (!free(path, from)) {
                return Answer.refused(Refusal.KEY_VILLAGE_THERE);
            }
            List<Long> persons = takenOut(path);
            database.sql("""
                            insert into register.division_mark (division_id, path, mark, clause, valid_from)
                            select id, path, 'key-village', :clause, :from from register.division where path = :path
                            """)
                    .param("clause", CLAUSE)
                    .param("from", from)
                    .param("path", path)
                    .update();
            headcounts.afterChangeOf(persons);
            audit.record(
                    actor, AuditAction.ENTERED, "division/" + path, Map.of("mark", "key-village", "from", "" + from));
            return Answer.done(path);
        });
    }

    /** Whether it is a village of ours that is none yet on the day or later; it is locked then. */
    private boolean free(String path, LocalDate from) {
        return database.sql("""
                        select id from register.division where path = :path and kind = 'village' and valid_to is null and not exists (
                            select from register.division_mark mark where mark.path = :path and mark.mark = 'key-village'
                              and (mark.valid_to is null or mark.valid_to > :from))
                        for no key update
                        """)
                .param("path", path)
                .param("from", from)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Ends it: from this day on the village is none any more. */
    public Answer<String> end(Actor actor, long id, LocalDate until) {
        if (!actor.may(Right.REGISTER_APPROVE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            String path = database.sql(
                            "select path from register.division_mark where id = ? and valid_to is null and valid_from < ?")
                    .params(id, until)
                    .query(String.class)
                    .optional()
                    .orElse("");
            if (path.isEmpty()) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            List<Long> persons = takenOut(path);
            database.sql("update register.division_mark set valid_to = ? where id = ?")
                    .params(until, id)
                    .update();
            headcounts.afterChangeOf(persons);
            audit.record(
                    actor, AuditAction.CHANGED, "division/" + path, Map.of("mark", "key-village", "until", "" + until));
            return Answer.done(path);
        });
    }

    /** Everybody who ever counted in the village, taken out of the headcounts until they are counted again. */
    private List<Long> takenOut(String path) {
        List<Long> persons = database.sql("""
                        select distinct person_id from register.status_spell where path = ? and known_to = 'infinity'
                        """).param(path).query(Long.class).list();
        headcounts.beforeChangeOf(persons);
        return persons;
    }
}
