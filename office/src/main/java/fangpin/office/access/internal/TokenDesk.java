package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Account;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ApiTokens;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tokens: kept as hashes; made, revoked, presented. */
@Service
final class TokenDesk implements ApiTokens {
    private static final int TOKEN_BYTES = 32;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String INSERT = """
            insert into access.api_token
                (account_id, path, token_hash, rights, requests_per_minute, expires_at, entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            select token.*, account.user_name, account.display_name, account.place
            from access.api_token token join access.account on account.id = token.account_id
            order by token.revoked_at is not null, token.id desc limit 500
            """;
    private static final String ONE = """
            select token.*, account.user_name, account.display_name, account.place
            from access.api_token token join access.account on account.id = token.account_id where token.id = ?
            """;
    private static final String REVOKE = """
            update access.api_token set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null
            """;
    private static final String PRESENTED = """
            select * from access.presented(?, ?)
            """;

    /** A token that opens, now. */
    record Presented(long id, int requestsPerMinute, Actor actor) {}

    private final JdbcClient database;
    private final ScopedWork scoped;
    private final AccountInsert insert;
    private final Audit audit;

    TokenDesk(JdbcClient database, ScopedWork scoped, AccountInsert insert, Audit audit) {
        this.database = database;
        this.scoped = scoped;
        this.insert = insert;
        this.audit = audit;
    }

    @Override
    public Answer<String> make(Actor actor, Wanted wanted, Instant now) {
        if (!actor.scope().holds(wanted.scope().path())) {
            return Answer.refused(AccessRefusal.OUTSIDE_DIVISION);
        }
        if (wanted.rights().isEmpty() || !ALLOWED.containsAll(wanted.rights())) {
            return Answer.refused(AccessRefusal.NO_RIGHTS);
        }
        if (!wanted.expiresAt().isAfter(now) || wanted.expiresAt().isAfter(now.plus(LONGEST))) {
            return Answer.refused(AccessRefusal.EXPIRY);
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = "fp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return scoped.write(actor, () -> {
            Answer<Long> account = insert.insert(
                    new AccountInsert.Row(
                            wanted.userName(),
                            wanted.displayName(),
                            Account.Kind.PROGRAM,
                            wanted.scope(),
                            wanted.place(),
                            Set.of(),
                            false),
                    actor.userId(),
                    now);
            return account.then(id -> insertToken(actor, id, wanted, token, now));
        });
    }

    private Answer<String> insertToken(Actor actor, long accountId, Wanted wanted, String token, Instant now) {
        String[] rights = wanted.rights().stream().map(Right::name).sorted().toArray(String[]::new);
        database.sql(INSERT)
                .params(
                        accountId,
                        wanted.scope().path(),
                        SessionRows.hash(token),
                        rights,
                        wanted.requestsPerMinute(),
                        at(wanted.expiresAt()),
                        actor.userId(),
                        at(now))
                .update();
        audit.record(
                actor,
                AuditAction.TOKEN_MADE,
                "account/" + accountId,
                Map.of(
                        "rights",
                        String.join(" ", rights),
                        "path",
                        wanted.scope().path(),
                        "until",
                        wanted.expiresAt().toString()));
        return Answer.done(token);
    }

    @Override
    public List<Listed> list(Actor actor) {
        return scoped.read(
                actor, () -> database.sql(LIST).query(TokenDesk::listed).list());
    }

    @Override
    public Optional<Listed> find(Actor actor, long tokenId) {
        return scoped.read(
                actor,
                () -> database.sql(ONE).param(tokenId).query(TokenDesk::listed).optional());
    }

    @Override
    public Answer<Long> revoke(Actor actor, long tokenId, Instant now) {
        return scoped.write(actor, () -> {
            if (database.sql(REVOKE).params(at(now), actor.userId(), tokenId).update() == 0) {
                return Answer.refused(AccessRefusal.NOT_FOUND);
            }
            audit.record(actor, AuditAction.TOKEN_REVOKED, "token/" + tokenId, Map.of());
            return Answer.done(tokenId);
        });
    }

    /** Who acts with a token that is good now. One statement, a transaction of its own: what it names ends with it. */
    Optional<Presented> presented(String token, Instant now) {
        String hash = HexFormat.of().formatHex(SessionRows.hash(token));
        return database.sql(PRESENTED)
                .params(hash, at(now))
                .query((row, n) -> presented(row))
                .optional();
    }

    private static Presented presented(ResultSet row) throws SQLException {
        return new Presented(
                row.getLong("token_id"),
                row.getInt("requests_per_minute"),
                new Actor(
                        row.getLong("account_id"),
                        row.getString("display_name"),
                        Set.of(),
                        row.getBoolean("disabled") ? Set.of() : withDesk(rights(row)),
                        new Scope(row.getString("path")),
                        row.getString("place")));
    }

    /** What everybody who is let in may do: read what the interface is, and as whom one works. */
    private static Set<Right> withDesk(Set<Right> rights) {
        Set<Right> all = EnumSet.of(Right.DESK);
        all.addAll(rights);
        return all;
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getLong("id"),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("place"),
                rights(row),
                row.getInt("requests_per_minute"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                AccountRows.time(row, "revoked_at"));
    }

    private static Set<Right> rights(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("rights").getArray())
                .map(Right::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
