package fangpin.office.access.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 凭据: passwords and second factors. What is secret of them is read in one place, inside a sign-in of just that account. */
@Component
final class Credentials {
    private static final String AT_SIGN_IN = """
            select password_hash, second_factor_sealed from access.credential_at_sign_in(?)
            """;
    private static final String STATE = """
            select password_set_at, must_change, second_factor_since from access.credential where account_id = ?
            """;
    private static final String MAKE = """
            insert into access.credential (account_id, password_hash, password_set_at, must_change) values (?, ?, ?, ?)
            """;
    private static final String SET_PASSWORD = """
            update access.credential set password_hash = ?, password_set_at = ?, must_change = ? where account_id = ?
            """;
    private static final String SET_FACTOR = """
            update access.credential set second_factor_sealed = ?, second_factor_since = ?, second_factor_step = ?
            where account_id = ?
            """;
    private static final String DROP_FACTOR = """
            update access.credential set second_factor_sealed = null, second_factor_since = null, second_factor_step = null
            where account_id = ?
            """;
    private static final String USE_STEP = """
            update access.credential set second_factor_step = ?
            where account_id = ? and (second_factor_step is null or second_factor_step < ?)
            """;

    /** What the sign-in compares with; the second factor in clear. */
    record Proof(String passwordHash, @Nullable String secondFactor) {
        @Override
        public String toString() {
            return "Proof";
        }
    }

    /** What pages may know. */
    record State(
            Instant passwordSetAt,
            boolean mustChange,
            @Nullable Instant secondFactorSince) {}

    private final JdbcClient database;
    private final Secrets secrets;

    Credentials(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Only inside {@link AccessWork#signingIn}. */
    Optional<Proof> atSignIn(long accountId) {
        return database.sql(AT_SIGN_IN)
                .param(accountId)
                .query((row, n) -> {
                    byte[] sealed = row.getBytes("second_factor_sealed");
                    String factor = sealed == null ? null : secrets.open(FieldKind.SECOND_FACTOR, sealed);
                    return new Proof(row.getString("password_hash"), factor);
                })
                .optional();
    }

    Optional<State> state(long accountId) {
        return database.sql(STATE)
                .param(accountId)
                .query((row, n) -> new State(
                        row.getObject("password_set_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("must_change"),
                        AccountRows.time(row, "second_factor_since")))
                .optional();
    }

    void make(long accountId, String hash, boolean mustChange, Instant now) {
        database.sql(MAKE).params(accountId, hash, at(now), mustChange).update();
    }

    void setPassword(long accountId, String hash, boolean mustChange, Instant now) {
        database.sql(SET_PASSWORD).params(hash, at(now), mustChange, accountId).update();
    }

    void setSecondFactor(long accountId, String secret, long usedStep, Instant now) {
        database.sql(SET_FACTOR)
                .params(secrets.seal(FieldKind.SECOND_FACTOR, secret), at(now), usedStep, accountId)
                .update();
    }

    void dropSecondFactor(long accountId) {
        database.sql(DROP_FACTOR).param(accountId).update();
    }

    /** Whether the code of that step, or of a later one, was not used yet; it is from now on. */
    boolean useStep(long accountId, long step) {
        return database.sql(USE_STEP).params(step, accountId, step).update() == 1;
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
