package fangpin.office.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 安全策略: the settings as they are now. */
@Service
public final class SecuritySettings {
    private final JdbcClient database;
    private final ScopedWork work;
    private final Audit audit;

    SecuritySettings(JdbcClient database, ScopedWork work, Audit audit) {
        this.database = database;
        this.work = work;
        this.audit = audit;
    }

    /** All values. */
    public Map<SecuritySetting, Integer> all() {
        Map<SecuritySetting, Integer> values = new EnumMap<>(SecuritySetting.class);
        for (SecuritySetting setting : SecuritySetting.values()) {
            values.put(setting, setting.usual());
        }
        database.sql("select name, value from access.security_setting").query(row -> {
            values.put(SecuritySetting.valueOf(row.getString(1)), row.getInt(2));
        });
        return values;
    }

    /** One value. */
    public int get(SecuritySetting setting) {
        return Objects.requireNonNull(all().get(setting));
    }

    /** Sets a value within its bounds. */
    public Answer<Integer> set(Actor actor, SecuritySetting setting, int value, Instant now) {
        if (value < setting.least() || value > setting.most()) {
            return Answer.refused(AccessRefusal.OUT_OF_BOUNDS, setting.least(), setting.most());
        }
        return work.write(actor, () -> {
            int before = get(setting);
            database.sql("""
                            insert into access.security_setting (name, value, entered_by, entered_at) values (?, ?, ?, ?)
                            on conflict (name) do update
                            set value = excluded.value, entered_by = excluded.entered_by, entered_at = excluded.entered_at
                            """)
                    .params(setting.name(), value, actor.userId(), now.atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(
                    actor,
                    AuditAction.SETTING_CHANGED,
                    "setting/" + setting.name(),
                    Map.of("before", Integer.toString(before), "after", Integer.toString(value)));
            return Answer.done(value);
        });
    }
}
