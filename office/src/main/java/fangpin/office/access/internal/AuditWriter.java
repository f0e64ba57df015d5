package fangpin.office.access.internal;

import fangpin.office.access.Audit;
import fangpin.office.access.Secrets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Writes audit records: number and time are the database's, the hash is made here. */
@Component
public final class AuditWriter {
    private static final String NUMBERS = """
            select nextval('access.audit_number'), clock_timestamp() from generate_series(1, ?)
            """;
    private static final String INSERT = """
            insert into access.audit_record
                (number, at, actor_id, actor_name, path, action, subject, from_address, details, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Ticket(long number, Instant at) {}

    private final JdbcTemplate database;
    private final KeyedHash hash;

    /** Over the office's database, with the audit's key. */
    public AuditWriter(JdbcTemplate database, Secrets secrets) {
        this.database = database;
        hash = new KeyedHash(secrets.keys().auditKey());
    }

    /**
     * Writes the entries in the current transaction: those of all its work together, before it commits, or as soon as there are many; one that
     * cannot be written undoes the work.
     *
     * @param from address of the request
     */
    public void write(AuditRecord.Who who, String from, List<Audit.Entry> entries) {
        AuditRecord.Who shown = new AuditRecord.Who(who.id(), PersonalNumbers.masked(who.name()), who.path());
        List<Told> told =
                entries.stream().map(entry -> new Told(shown, entry, from)).toList();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            waiting().add(told);
        } else {
            insert(told);
        }
    }

    /** What is to be written, but for its number and time. */
    private record Told(AuditRecord.Who who, Audit.Entry entry, String from) {}

    /** What the running transaction did and has not written down yet; it lives and is put aside with the transaction. */
    private static final class Waiting implements TransactionSynchronization {
        private static final int MOST = 1000;

        private final AuditWriter writer;
        private final List<Told> told = new ArrayList<>();

        Waiting(AuditWriter writer) {
            this.writer = writer;
        }

        void add(List<Told> more) {
            told.addAll(more);
            if (told.size() >= MOST) {
                write();
            }
        }

        private void write() {
            if (!told.isEmpty()) {
                writer.insert(told);
                told.clear();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }
    }

    private Waiting waiting() {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Waiting found && found.writer == this) {
                return found;
            }
        }
        Waiting fresh = new Waiting(this);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private void insert(List<Told> told) {
        List<Ticket> tickets = database.query(
                NUMBERS,
                (row, n) -> new Ticket(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()),
                told.size());
        List<Object[]> rows = new ArrayList<>(told.size());
        for (int i = 0; i < told.size(); i++) {
            Told one = told.get(i);
            rows.add(row(record(tickets.get(i), one.who(), one.entry(), one.from())));
        }
        database.batchUpdate(INSERT, rows);
    }

    private static AuditRecord record(Ticket ticket, AuditRecord.Who who, Audit.Entry entry, String from) {
        Map<String, String> details = new TreeMap<>();
        entry.details().forEach((field, value) -> details.put(field, PersonalNumbers.masked(value)));
        return new AuditRecord(
                ticket.number(),
                ticket.at(),
                who,
                entry.action().name(),
                PersonalNumbers.masked(entry.subject()),
                from,
                JSON.writeValueAsString(details));
    }

    private Object[] row(AuditRecord record) {
        return new Object[] {
            record.number(),
            OffsetDateTime.ofInstant(record.at(), ZoneOffset.UTC),
            record.who().id(),
            record.who().name(),
            record.who().path(),
            record.action(),
            record.subject(),
            record.fromAddress(),
            record.details(),
            record.hash(hash)
        };
    }

    /** Where the request comes from; work without a request is this machine's own. */
    public static String fromAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "local";
    }
}
