package fangpin.office.access.internal;

import fangpin.office.access.Account;
import fangpin.office.access.SecuritySetting;
import fangpin.office.access.SecuritySettings;
import fangpin.office.access.Sessions;
import fangpin.office.access.SignIn;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 会话: rows of sessions. A session lives while its account is as it was when it was opened. */
@Component
final class SessionRows {
    private static final int KEY_BYTES = 32;
    private static final Duration SEEN_EVERY = Duration.ofSeconds(20);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OPEN = """
            insert into access.session (key_hash, account_id, path, account_version, from_address, made_at, last_seen_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SIGNED_IN = """
            update access.account set last_sign_in_at = ? where id = ?
            """;
    private static final String FIND = """
            select account.*, array(select role from access.account_role where account_id = account.id order by role) as roles,
                session.last_seen_at
            from access.session join access.account on account.id = session.account_id
            where session.key_hash = ? and session.account_id = ? and session.ended_at is null
              and session.account_version = account.version and account.disabled_at is null
              and session.last_seen_at > ? and session.made_at > ?
            """;
    private static final String SEEN = """
            update access.session set last_seen_at = ? where key_hash = ?
            """;
    private static final String OWN = """
            select encode(key_hash, 'hex') as id, from_address, made_at, last_seen_at from access.session
            where account_id = ? and ended_at is null and last_seen_at > ? and made_at > ? order by made_at desc
            """;
    private static final String END_OWN = """
            update access.session set ended_at = ? where key_hash = decode(?, 'hex') and account_id = ? and ended_at is null
            """;
    private static final String END = """
            update access.session set ended_at = ? where key_hash = ? and ended_at is null
            """;
    private static final String END_ALL = """
            update access.session set ended_at = ? where account_id = ? and ended_at is null
            """;

    /** How long ago a session may have been seen, and opened, to live. */
    private record Limits(Duration idle, Duration most) {}

    private record Found(Account account, Instant lastSeen) {}

    private final JdbcClient database;
    private final SecuritySettings settings;

    SessionRows(JdbcClient database, SecuritySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Opens a session; the key is only in the answer. */
    String open(Account account, String fromAddress, Instant now) {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        database.sql(OPEN)
                .params(
                        hash(key),
                        account.id(),
                        account.scope().path(),
                        account.version(),
                        fromAddress,
                        at(now),
                        at(now))
                .update();
        database.sql(SIGNED_IN).params(at(now), account.id()).update();
        return key;
    }

    /** The account of a session that still lives; notes that it was seen. */
    Optional<Account> account(SignIn.Opened opened, Instant now) {
        Limits limits = limits();
        Optional<Found> found = database.sql(FIND)
                .params(
                        hash(opened.key()),
                        opened.accountId(),
                        at(now.minus(limits.idle())),
                        at(now.minus(limits.most())))
                .query((row, n) -> new Found(
                        AccountRows.account(row, n),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                .optional();
        if (found.isPresent() && found.get().lastSeen().plus(SEEN_EVERY).isBefore(now)) {
            database.sql(SEEN).params(at(now), hash(opened.key())).update();
        }
        return found.map(Found::account);
    }

    /** Whether there was such a session to end. */
    boolean end(String key, Instant now) {
        return database.sql(END).params(at(now), hash(key)).update() == 1;
    }

    List<Sessions.Open> own(long accountId, Instant now) {
        Limits limits = limits();
        return database.sql(OWN)
                .params(accountId, at(now.minus(limits.idle())), at(now.minus(limits.most())))
                .query((row, n) -> new Sessions.Open(
                        row.getString("id"),
                        row.getString("from_address"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean endOwn(long accountId, String id, Instant now) {
        return database.sql(END_OWN).params(at(now), id, accountId).update() == 1;
    }

    int endAll(long accountId, Instant now) {
        return database.sql(END_ALL).params(at(now), accountId).update();
    }

    private Limits limits() {
        Map<SecuritySetting, Integer> all = settings.all();
        return new Limits(
                Duration.ofMinutes(Objects.requireNonNull(all.get(SecuritySetting.IDLE_MINUTES))),
                Duration.ofHours(Objects.requireNonNull(all.get(SecuritySetting.SESSION_HOURS))));
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
