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
}
