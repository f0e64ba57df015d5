package fangpin.office.web.api;

import fangpin.office.access.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
    record Taken(boolean taken, Optional<Kept> kept) {}

    /** Takes the key for this transaction, unless another has it. */
    Taken take(byte[] keyHash, byte[] requestHash) {
        return database.sql("select * from web.take_key(?, ?)")
                .params(keyHash, requestHash)
                .query((row, number) -> new Taken(row.getBoolean("taken"), kept(row)))
                .single();
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

    void keep(byte[] keyHash, Actor actor, byte[] requestHash, Receipt receipt, Instant now) {
        database.sql("""
                        insert into web.request_key (key_hash, path, account_id, request_hash, subject, address, same_before, made_at)
                        values (:key, :path, :account, :request, :subject, :address, :sameBefore, :now)
                        """)
                .param("key", keyHash)
                .param("path", actor.scope().path())
                .param("account", actor.userId())
                .param("request", requestHash)
                .param("subject", receipt.id())
                .param("address", receipt.address())
                .param("sameBefore", receipt.sameBefore())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
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
