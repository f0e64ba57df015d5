package fangpin.office.claims;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 理赔参数: the days and limits of a division; where it has set nothing, those of the nearest one above, else the defaults. */
@Service
public final class ClaimSettings {
    private final ScopedWork work;
    private final JdbcClient database;
    private final Audit audit;

    ClaimSettings(ScopedWork work, JdbcClient database, Audit audit) {
        this.work = work;
        this.database = database;
        this.audit = audit;
    }

    /**
     * A setting as it holds for a division.
     *
     * @param reason why it is another than the default; empty where it is the default
     */
    public record Held(ClaimSetting setting, long value, String reason) {}

    /** What holds for a place; within the caller's scoped transaction. */
    public long value(String place, ClaimSetting setting) {
        return held(place, setting).value();
    }

    /** All of them, as they hold for the actor's division. */
    public List<Held> of(Actor actor) {
        return work.read(actor, () -> {
            List<Held> all = new ArrayList<>();
            for (ClaimSetting setting : ClaimSetting.values()) {
                all.add(held(actor.scope().path(), setting));
            }
            return List.copyOf(all);
        });
    }

    private Held held(String place, ClaimSetting setting) {
        Optional<Held> set = database.sql("""
                        select value, reason from claims.setting where name = ? and known_to = 'infinity' and starts_with(?, path)
                        order by length(path) desc limit 1
                        """)
                .params(Claim.word(setting), place)
                .query((row, number) -> new Held(setting, row.getLong("value"), row.getString("reason")))
                .optional();
        return set.orElseGet(() -> new Held(setting, setting.standard(), ""));
    }

    /** Sets one for the actor's division from now on; claims under way keep the days they were given. */
    public Answer<Long> set(Actor actor, ClaimSetting setting, long value, String reason, LocalDate today) {
        if (!actor.may(Right.SYSTEM_MANAGE)) {
            return Answer.refused(ClaimRefusal.NO_RIGHT);
        }
        if (reason.isBlank()) {
            return Answer.refused(ClaimRefusal.REASON_MISSING);
        }
        if (value < 0 || value > 1_000_000_000_000L) {
            return Answer.refused(ClaimRefusal.BAD_AMOUNT);
        }
        return work.write(actor, () -> {
            database.sql(
                            "update claims.setting set known_to = now() where path = ? and name = ? and known_to = 'infinity'")
                    .params(actor.scope().path(), Claim.word(setting))
                    .update();
            database.sql("""
                            insert into claims.setting (path, name, value, reason, entered_by, entered_on) values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(actor.scope().path(), Claim.word(setting), value, reason.strip(), actor.userId(), today)
                    .update();
            audit.record(
                    actor,
                    AuditAction.SETTING_CHANGED,
                    "claim-setting/" + Claim.word(setting),
                    Map.of("value", Long.toString(value)));
            return Answer.done(value);
        });
    }
}
