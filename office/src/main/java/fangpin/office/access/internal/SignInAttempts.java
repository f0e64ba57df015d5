package fangpin.office.access.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.access.SecuritySetting;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 登录失败锁定: attempts are counted before the password is looked at, so many at once are no way around. */
@Component
final class SignInAttempts {
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final String LOCKED = """
            select locked_until from access.sign_in_attempt where name_hash = ? and locked_until > ?
            """;
    private static final String COUNT = """
            insert into access.sign_in_attempt as attempt (name_hash, failures, last_at) values (?, 1, ?)
            on conflict (name_hash) do update set
                failures = case when attempt.last_at < ? then 1 else attempt.failures + 1 end,
                last_at = excluded.last_at
            returning failures
            """;
    private static final String LOCK = """
            update access.sign_in_attempt set locked_until = ? where name_hash = ?
            """;
    private static final String CLEAR = """
            delete from access.sign_in_attempt where name_hash = ?
            """;
    private static final String FORGET = """
            delete from access.sign_in_attempt where last_at < ? and (locked_until is null or locked_until < ?)
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    SignInAttempts(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Until when the name is locked. */
    Optional<Instant> lockedUntil(String userName, Instant now) {
        return database.sql(LOCKED)
                .params(hash(userName), at(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Counts one more; answers until when it locks the name, if it does. */
    Optional<Instant> count(String userName, Map<SecuritySetting, Integer> settings, Instant now) {
        int failures = database.sql(COUNT)
                .params(hash(userName), at(now), at(now.minus(FORGOTTEN_AFTER)))
                .query(Integer.class)
                .single();
        int over = failures - Objects.requireNonNull(settings.get(SecuritySetting.LOCK_AFTER));
        if (over < 0) {
            return Optional.empty();
        }
        long minutes = (long) Objects.requireNonNull(settings.get(SecuritySetting.LOCK_MINUTES))
                << Math.min(over, MOST_DOUBLINGS);
        Instant until = now.plus(Duration.ofMinutes(minutes));
        database.sql(LOCK).params(at(until), hash(userName)).update();
        return Optional.of(until);
    }

    /** After a success, and when somebody who manages accounts unlocks one. */
    void clear(String userName) {
        database.sql(CLEAR).param(hash(userName)).update();
    }

    /** Drops what is too old to count. */
    void forget(Instant now) {
        database.sql(FORGET).params(at(now.minus(FORGOTTEN_AFTER)), at(now)).update();
    }

    private byte[] hash(String userName) {
        return secrets.fingerprint(FieldKind.USER_NAME, userName);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
