package fangpin.office.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 审计封存: one at a time, in the whole database, chains the records in sequence. Writers never wait for it: a record that commits late
 * is sealed late, after younger ones.
 */
public final class AuditSealer {
    /** What a pass did. */
    public enum Pass {
        /** All that was committed is sealed. */
        DONE,
        /** There is more. */
        MORE,
        /** Another office's sealer is at work. */
        TAKEN,
        /** The chain does not reach the head that was written outside the database: it was cut, or an older backup restored. */
        CUT
    }

    private static final int MOST = 5_000;
    private static final long LOCK = 0x66616e6770696eL;
    private static final String LOCKED = """
            select pg_try_advisory_xact_lock(?)
            """;
    private static final String SEALING = """
            select set_config('fangpin.sealing', 'on', true)
            """;
    private static final String LAST = """
            select position, encode(link, 'hex') from access.audit_seal order by position desc limit 1
            """;
    private static final String AT = """
            select position, encode(link, 'hex') from access.audit_seal where position = ?
            """;
    private static final String FLOOR = """
            select pg_snapshot_xmin(pg_current_snapshot())::text
            """;
    private static final String PENDING = """
            select record.number, encode(record.hash, 'hex') from access.audit_record record
            where record.transaction >= cast(? as xid8)
              and not exists (select from access.audit_seal seal where seal.number = record.number)
            order by record.number limit ?
            """;
    private static final String INSERT = """
            insert into access.audit_seal (position, number, hash, link) values (?, ?, ?, ?)
            """;

    private record Pending(long number, String hash) {}

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final KeyedHash hash;
    private final AuditHead head;
    private String floor = "0";

    /** Over a database, with the audit's key, writing the head to its file. */
    public AuditSealer(JdbcTemplate database, TransactionTemplate transaction, SecretKey key, AuditHead head) {
        this.database = JdbcClient.create(database);
        this.batches = database;
        this.transaction = transaction;
        this.hash = new KeyedHash(key);
        this.head = head;
    }

    /** Seals what is committed and not sealed yet. */
    public Pass pass() {
        return Objects.requireNonNull(transaction.execute(status -> passLocked()));
    }

    /** Passes until everything committed by now is sealed; the answer is never MORE. */
    public Pass passAll() {
        Pass pass = pass();
        while (pass == Pass.MORE) {
            pass = pass();
        }
        return pass;
    }

    private Pass passLocked() {
        if (!database.sql(LOCKED).param(LOCK).query(Boolean.class).single()) {
            return Pass.TAKEN;
        }
        database.sql(SEALING).query(String.class).single();
        AuditHead.Link last =
                database.sql(LAST).query(AuditSealer::link).optional().orElseGet(AuditHead::start);
        if (!reaches(last)) {
            return Pass.CUT;
        }
        String nextFloor = database.sql(FLOOR).query(String.class).single();
        List<Pending> pending = database.sql(PENDING)
                .params(floor, MOST)
                .query((row, n) -> new Pending(row.getLong(1), row.getString(2)))
                .list();
        if (!pending.isEmpty()) {
            AuditHead.Link sealed = seal(last, pending);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    head.write(sealed);
                }
            });
        }
        if (pending.size() == MOST) {
            return Pass.MORE;
        }
        floor = nextFloor;
        return Pass.DONE;
    }

    /** The head is written after the commit, so the chain may be longer than it says; it may not be shorter or another. */
    private boolean reaches(AuditHead.Link last) {
        return head.read()
                .map(written -> written.position() <= last.position()
                        && database.sql(AT)
                                .param(written.position())
                                .query(AuditSealer::link)
                                .optional()
                                .orElseGet(AuditHead::start)
                                .equals(written))
                .orElse(last.position() == 0);
    }

    private AuditHead.Link seal(AuditHead.Link last, List<Pending> pending) {
        List<Object[]> rows = new ArrayList<>(pending.size());
        long position = last.position();
        byte[] link = last.bytes();
        for (Pending record : pending) {
            position++;
            byte[] recordHash = HexFormat.of().parseHex(record.hash());
            link = AuditRecord.link(hash, link, position, record.number(), recordHash);
            rows.add(new Object[] {position, record.number(), recordHash, link});
        }
        batches.batchUpdate(INSERT, rows);
        return AuditHead.Link.of(position, link);
    }

    private static AuditHead.Link link(ResultSet row, int number) throws SQLException {
        return new AuditHead.Link(row.getLong(1), row.getString(2));
    }
}
