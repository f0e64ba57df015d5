package fangpin.office.web.api;

import fangpin.office.access.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of keys. Call within the transaction of the change. */
@Component
final class KeyRows {
    private final JdbcClient database;

    KeyRows(JdbcClient database) {
        this.database = database;
    }

    /** What a key was used for: whether for this very request, and what came of it. */
    record Kept(boolean sameRequest, Receipt receipt) {}

    /**
     * A key for this transaction.
     *
     * @param taken false while another transaction has it
     * @param kept what it was used for before
     */
    record Taken(boolean taken, Optional<Kept> kept) {
        /** What comes of the request without doing it; empty if it is to be done. */
        Optional<Outcome> outcome() {
            if (!taken) {
                return Optional.of(new Outcome.Refused(new RefusedException(ApiRefusal.REQUEST_IN_PROGRESS)));
            }
            return kept.map(before -> before.sameRequest()
                    ? new Outcome.Settled(before.receipt(), true)
                    : new Outcome.Refused(new RefusedException(ApiRefusal.IDEMPOTENCY_KEY_REUSED)));
        }
    }

    /** Takes the keys for this transaction but those that another has; in the order given, no two the same. */
    List<Taken> take(List<KeyedRequest> requests) {
        return database.sql("select * from web.take_keys(?, ?)")
                .params(
                        requests.stream().map(KeyedRequest::keyHash).toArray(byte[][]::new),
                        requests.stream().map(KeyedRequest::requestHash).toArray(byte[][]::new))
                .query((row, number) -> new Taken(row.getBoolean("taken"), kept(row)))
                .list();
    }

    /** What a key was used for before. */
    Optional<Kept> find(byte[] keyHash, byte[] requestHash) {
        return database.sql("""
                        select request_hash = :request as same_request, subject, address, same_before
                        from web.request_key where key_hash = :key
                        """)
                .param("request", requestHash)
                .param("key", keyHash)
                .query((row, number) -> new Kept(row.getBoolean("same_request"), receipt(row)))
                .optional();
    }

    private static Optional<Kept> kept(ResultSet row) throws SQLException {
        return row.getString("address") == null
                ? Optional.empty()
                : Optional.of(new Kept(row.getBoolean("same_request"), receipt(row)));
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(row.getLong("subject"), row.getString("address"), row.getObject("same_before", Long.class));
    }

    /** A request that was done just now. */
    record Fresh(KeyedRequest request, ApiCall call, Receipt receipt) {}

    /** Keeps what came of requests. */
    void keep(List<Fresh> done) {
        database.sql("""
                        insert into web.request_key (key_hash, path, account_id, request_hash, subject, address, same_before, made_at)
                        select * from unnest(:keys::bytea[], :paths::text[], :accounts::bigint[], :requests::bytea[], :subjects::bigint[],
                            :addresses::text[], :before::bigint[], :times::timestamptz[])
                        """)
                .param("keys", all(done, one -> one.request().keyHash()).toArray(byte[][]::new))
                .param(
                        "paths",
                        all(done, one -> one.call().actor().scope().path()).toArray(String[]::new))
                .param("accounts", all(done, one -> one.call().actor().userId()).toArray(Long[]::new))
                .param("requests", all(done, one -> one.request().requestHash()).toArray(byte[][]::new))
                .param("subjects", all(done, one -> one.receipt().id()).toArray(Long[]::new))
                .param("addresses", all(done, one -> one.receipt().address()).toArray(String[]::new))
                .param(
                        "before",
                        done.stream().map(one -> one.receipt().sameBefore()).toArray(Long[]::new))
                .param("times", all(done, one -> one.call().now().toString()).toArray(String[]::new))
                .update();
    }

    private static <T> Stream<T> all(List<Fresh> done, Function<Fresh, T> part) {
        return done.stream().map(part);
    }

    /** Keeps a message's number, unless it is kept already. */
    void meet(byte[] keyHash, Actor actor, byte[] requestHash, String address, Instant now) {
        database.sql("""
                        insert into web.request_key (key_hash, path, account_id, request_hash, subject, address, made_at)
                        values (:key, :path, :account, :request, 0, :address, :now) on conflict (key_hash) do nothing
                        """)
                .param("key", keyHash)
                .param("path", actor.scope().path())
                .param("account", actor.userId())
                .param("request", requestHash)
                .param("address", address)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets keys older than a moment, of all divisions. */
    long forget(Instant olderThan) {
        return database.sql("select web.forget_request_keys(?)")
                .param(olderThan.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
