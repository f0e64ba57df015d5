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

    /** Writes the entries in the current transaction. */
    public void write(AuditRecord.Who who, List<Audit.Entry> entries) {
        AuditRecord.Who shown = new AuditRecord.Who(who.id(), PersonalNumbers.masked(who.name()), who.path());
        List<Ticket> tickets = database.query(
                NUMBERS,
                (row, n) -> new Ticket(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()),
                entries.size());
        List<Object[]> rows = new ArrayList<>(entries.size());
        String from = fromAddress();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(row(record(tickets.get(i), shown, entries.get(i), from)));
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
    private static String fromAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "local";
    }
}
