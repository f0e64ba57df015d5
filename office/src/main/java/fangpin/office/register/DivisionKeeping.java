package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 区划维护: one's own division, and those below it. */
@Service
public final class DivisionKeeping {
    private final ScopedWork work;
    private final JdbcClient database;
    private final Audit audit;

    DivisionKeeping(ScopedWork work, JdbcClient database, Audit audit) {
        this.work = work;
        this.database = database;
        this.audit = audit;
    }

    /** A division to be added below another. */
    public record Wanted(
            String pathAbove,
            String code,
            Division.Kind kind,
            String nameChinese,
            String nameEnglish,
            LocalDate from) {}

    /** Makes one's own division where there is none yet: the first act in an office that started empty. */
    public Answer<String> found(Actor actor) {
        if (!actor.may(Right.SYSTEM_MANAGE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            String made = database.sql("select register.found_division(?)")
                    .param(actor.place())
                    .query(String.class)
                    .single();
            audit.record(actor, AuditAction.ENTERED, "division/" + made, Map.of());
            return Answer.done(made);
        });
    }

    /** Adds a division; answers its path. */
    public Answer<String> add(Actor actor, Wanted wanted) {
        if (!actor.may(Right.SYSTEM_MANAGE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (!wanted.code().matches("[0-9a-z-]{2,20}") || wanted.nameChinese().isBlank()) {
            return Answer.refused(Refusal.DIVISION_WORDS);
        }
        String path = wanted.pathAbove() + wanted.code() + "/";
        return work.write(actor, () -> {
            Optional<Long> added = database.sql("""
                            insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                            select :path, id, :code, :kind, :chinese, :english, :from from register.division where path = :above
                            on conflict do nothing returning id
                            """)
                    .param("path", path)
                    .param("code", wanted.code())
                    .param("kind", wanted.kind().name().toLowerCase(Locale.ROOT))
                    .param("chinese", wanted.nameChinese().strip())
                    .param(
                            "english",
                            wanted.nameEnglish().isBlank()
                                    ? wanted.nameChinese().strip()
                                    : wanted.nameEnglish().strip())
                    .param("from", wanted.from())
                    .param("above", wanted.pathAbove())
                    .query(Long.class)
                    .optional();
            if (added.isEmpty()) {
                return Answer.refused(Refusal.DIVISION_THERE);
            }
            audit.record(actor, AuditAction.ENTERED, "division/" + path, Map.of());
            return Answer.done(path);
        });
    }

    /** Renames a division from a day on; the former name stays known with its days. */
    public Answer<String> rename(Actor actor, String path, String nameChinese, String nameEnglish, LocalDate from) {
        if (!actor.may(Right.SYSTEM_MANAGE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (nameChinese.isBlank()) {
            return Answer.refused(Refusal.DIVISION_WORDS);
        }
        return work.write(actor, () -> {
            String former = database.sql(
                            "select name_zh from register.division where path = ? and valid_to is null for update")
                    .param(path)
                    .query(String.class)
                    .optional()
                    .orElse("");
            if (former.isEmpty() || !actor.scope().holds(path)) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            keepName(path, former, nameChinese.strip(), from);
            database.sql("update register.division set name_zh = :chinese, name_en = :english where path = :path")
                    .param("chinese", nameChinese.strip())
                    .param("english", nameEnglish.isBlank() ? nameChinese.strip() : nameEnglish.strip())
                    .param("path", path)
                    .update();
            audit.record(
                    actor,
                    AuditAction.CHANGED,
                    "division/" + path,
                    Map.of("before", former, "after", nameChinese.strip()));
            return Answer.done(path);
        });
    }

    /** The names a code had, each with its days. */
    private void keepName(String path, String former, String now, LocalDate from) {
        int ended = database.sql("""
                        update register.division_code set valid_to = :from
                        where path = :path and valid_to is null and valid_from < :from
                        """).param("from", from).param("path", path).update();
        if (ended == 0) {
            database.sql("""
                            insert into register.division_code (division_id, path, code, name_zh, valid_from, valid_to)
                            select id, path, code, :former, least(valid_from, :from - 1), :from from register.division where path = :path
                            on conflict do nothing
                            """)
                    .param("former", former)
                    .param("from", from)
                    .param("path", path)
                    .update();
        }
        database.sql("""
                        insert into register.division_code (division_id, path, code, name_zh, valid_from)
                        select id, path, code, :now, :from from register.division where path = :path
                        on conflict (code, valid_from) do nothing
                        """)
                .param("now", now)
                .param("from", from)
                .param("path", path)
                .update();
    }

    /** Closes a division from a day on, once no household and no open division is left in it. */
    public Answer<String> close(Actor actor, String path, LocalDate from) {
        if (!actor.may(Right.SYSTEM_MANAGE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            boolean used =
                    database.sql("""
                            select exists (select from register.household where starts_with(path, :path) and closed_on is null)
                                or exists (select from register.division where starts_with(path, :path) and path <> :path
                                    and valid_to is null)
                            """).param("path", path).query(Boolean.class).single();
            if (used || actor.scope().path().equals(path)) {
                return Answer.refused(Refusal.DIVISION_IN_USE);
            }
            int closed =
                    database.sql("""
                            update register.division set valid_to = :from
                            where path = :path and valid_to is null and valid_from < :from
                            """).param("from", from).param("path", path).update();
            if (closed == 0) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            audit.record(actor, AuditAction.CHANGED, "division/" + path, Map.of("until", from.toString()));
            return Answer.done(path);
        });
    }
}
