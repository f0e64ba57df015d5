package fangpin.office.access.internal;

import fangpin.office.access.AuditFinding;
import fangpin.office.access.AuditFinding.Kind;
import fangpin.office.access.AuditReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 审计核验: walks the chain and all records once and finds what was altered, taken out, put in another order or cut off. */
public final class AuditVerifier {
    private static final Set<Kind> HEAD = Set.of(Kind.END_CUT, Kind.HEAD_WRONG);
    private static final int MOST_FINDINGS = 1_000;
    private static final int FETCH = 2_000;
    private static final String SEALING = """
            select set_config('fangpin.sealing', 'on', true)
            """;
    private static final String CHAIN = """
            select seal.position, seal.number, seal.hash, seal.link,
                record.number as found, record.at, record.actor_id, record.actor_name, record.path, record.action, record.subject,
                record.from_address, record.details, record.hash as record_hash
            from access.audit_seal seal left join access.audit_record record on record.number = seal.number
            order by seal.position
            """;
    private static final String ANCHORS = """
            select upto, encode(link, 'hex') as link, records, reason, asked_by, approved_by, proof
            from access.audit_disposal where approved_by is not null order by upto
            """;
    private static final String UNSEALED = """
            select record.number as found, record.at, record.actor_id, record.actor_name, record.path, record.action,
                record.subject, record.from_address, record.details, record.hash as record_hash
            from access.audit_record record
            where not exists (select from access.audit_seal seal where seal.number = record.number)
            order by record.number
            """;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final KeyedHash hash;
    private final AuditHead head;

    /** Over a database, with the audit's key and the file of the head. */
    public AuditVerifier(
            JdbcTemplate database, PlatformTransactionManager transactions, SecretKey key, AuditHead head) {
        this.database = new JdbcTemplate(Objects.requireNonNull(database.getDataSource()));
        this.database.setFetchSize(FETCH);
        transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        this.hash = new KeyedHash(key);
        this.head = head;
    }

    /** Verifies everything, as of one moment. */
    public AuditReport verify() {
        // the head first: what is sealed after this moment lies behind it
        Optional<AuditHead.Link> written = head.read();
        return walked(written).report();
    }

    /**
     * Takes the end of the chain in the database as its head, after a backup was restored; only when nothing else is wrong. The
     * report is the one from before.
     */
    public AuditReport acceptEnd() {
        Walk walk = walked(head.read());
        AuditReport report = walk.report();
        if (report.findings().stream().allMatch(finding -> HEAD.contains(finding.kind()))) {
            head.write(AuditHead.Link.of(walk.position, walk.link));
        }
        return report;
    }

    private Walk walked(Optional<AuditHead.Link> written) {
        return Objects.requireNonNull(transaction.execute(status -> {
            database.queryForObject(SEALING, String.class);
            Walk walk = new Walk(written);
            database.query(ANCHORS, walk::anchor);
            database.query(CHAIN, walk::seal);
            database.query(UNSEALED, walk::unsealed);
            return walk;
        }));
    }

    /** One pass over the chain. */
    private final class Walk {
        private final AuditHead.@Nullable Link written;
        private final List<AuditFinding> findings = new ArrayList<>();
        private long count;
        private long position;
        private byte[] link = AuditHead.start().bytes();
        private long unsealed;
        private boolean headMet;

        Walk(Optional<AuditHead.Link> written) {
            this.written = written.orElse(null);
            headMet = this.written != null && this.written.position() == 0;
        }

        /** What stands for a beginning that was disposed of: each begins where the one before ended. */
        void anchor(ResultSet row) throws SQLException {
            AuditAnchor anchor = AuditDisposalRows.anchor(row, 0);
            if (!Arrays.equals(row.getBytes("proof"), anchor.proof(hash))
                    || anchor.records() != anchor.upto() - position) {
                find(Kind.ANCHOR_WRONG, anchor.upto());
            }
            position = anchor.upto();
            link = anchor.link().bytes();
            headMet |= anchor.link().equals(written);
        }

        void seal(ResultSet row) throws SQLException {
            long here = row.getLong("position");
            byte[] recordHash = row.getBytes("hash");
            byte[] stored = row.getBytes("link");
            if (here != position + 1) {
                find(Kind.SEAL_MISSING, position + 1);
            } else if (!Arrays.equals(stored, AuditRecord.link(hash, link, here, row.getLong("number"), recordHash))) {
                find(Kind.LINK_BROKEN, here);
            }
            row.getLong("found");
            if (row.wasNull()) {
                find(Kind.RECORD_MISSING, row.getLong("number"));
            } else if (!genuine(row) || !Arrays.equals(recordHash, row.getBytes("record_hash"))) {
                find(Kind.RECORD_ALTERED, row.getLong("number"));
            }
            position = here;
            link = stored;
            headMet |= AuditHead.Link.of(position, link).equals(written);
        }

        void unsealed(ResultSet row) throws SQLException {
            unsealed++;
            if (!genuine(row)) {
                find(Kind.RECORD_ALTERED, row.getLong("found"));
            }
        }

        AuditReport report() {
            if (written == null ? position > 0 : !headMet) {
                find(
                        written != null && written.position() > position ? Kind.END_CUT : Kind.HEAD_WRONG,
                        written == null ? position : written.position());
            }
            return new AuditReport(position, unsealed, findings, count);
        }

        private void find(Kind kind, long number) {
            count++;
            if (findings.size() < MOST_FINDINGS) {
                findings.add(new AuditFinding(kind, number));
            }
        }
    }

    private boolean genuine(ResultSet row) throws SQLException {
        Long actor = row.getObject("actor_id", Long.class);
        AuditRecord record = new AuditRecord(
                row.getLong("found"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new AuditRecord.Who(actor, row.getString("actor_name"), row.getString("path")),
                row.getString("action"),
                row.getString("subject"),
                row.getString("from_address"),
                row.getString("details"));
        return Arrays.equals(record.hash(hash), row.getBytes("record_hash"));
    }
}
