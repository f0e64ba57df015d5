package fangpin.office.access.internal;

import fangpin.office.access.AuditDisposals.Disposal;
import fangpin.office.access.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the audit's disposals. In a scoped transaction. */
@Component
public final class AuditDisposalRows {
    private static final String COLUMNS = """
            select id, records, oldest, newest, reason, asked_by, asked_at, approved_by, dropped_by from access.audit_disposal
            """;

    private final JdbcClient database;
    private final KeyedHash hash;

    AuditDisposalRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        hash = new KeyedHash(secrets.keys().auditKey());
    }

    /** The beginning of the chain that may go, and whether some of it is of other divisions. */
    public record Due(long upto, String link, long records, Instant oldest, Instant newest, boolean others) {}

    /** What may go now. */
    public Optional<Due> due() {
        return database.sql(
                        "select upto, encode(link, 'hex') as link, records, oldest, newest, others from access.audit_due()")
                .query((row, number) -> new Due(
                        row.getLong("upto"),
                        row.getString("link"),
                        row.getLong("records"),
                        at(row, "oldest"),
                        at(row, "newest"),
                        row.getBoolean("others")))
                .optional();
    }

    /** All of them. */
    public List<Disposal> list() {
        return database.sql(COLUMNS + " order by id desc")
                .query(AuditDisposalRows::disposal)
                .list();
    }

    /** One, held until the end of the transaction. */
    public Optional<Disposal> hold(long id) {
        return database.sql(COLUMNS + " where id = ? for update")
                .param(id)
                .query(AuditDisposalRows::disposal)
                .optional();
    }

    /** Asks for what is due; none when something is asked for already. */
    public Optional<Long> ask(Due due, String reason, long actor, Instant now) {
        return database.sql("""
                        insert into access.audit_disposal (upto, link, records, oldest, newest, reason, asked_by, asked_at)
                        values (:upto, decode(:link, 'hex'), :records, :oldest, :newest, :reason, :actor, :now)
                        on conflict do nothing returning id
                        """)
                .param("upto", due.upto())
                .param("link", due.link())
                .param("records", due.records())
                .param("oldest", due.oldest().atOffset(ZoneOffset.UTC))
                .param("newest", due.newest().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("actor", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** What will stand for the records when they are gone; not approved yet. */
    public AuditAnchor anchor(long id) {
        return database.sql("""
                        select upto, encode(link, 'hex') as link, records, reason, asked_by, coalesce(approved_by, 0) as approved_by
                        from access.audit_disposal where id = ?
                        """).param(id).query(AuditDisposalRows::anchor).single();
    }

    static AuditAnchor anchor(ResultSet row, int number) throws SQLException {
        long upto = row.getLong("upto");
        return new AuditAnchor(
                upto,
                new AuditHead.Link(upto, row.getString("link")),
                row.getLong("records"),
                row.getString("reason"),
                row.getLong("asked_by"),
                row.getLong("approved_by"));
    }

    /** Approves and deletes; answers how many records are gone. */
    public long dispose(long id, AuditAnchor asked, long actor, Instant now) {
        AuditAnchor anchor =
                new AuditAnchor(asked.upto(), asked.link(), asked.records(), asked.reason(), asked.askedBy(), actor);
        database.sql("set local statement_timeout = '20min'").update();
        database.sql("update access.audit_disposal set approved_by = ?, approved_at = ?, proof = ? where id = ?")
                .params(actor, now.atOffset(ZoneOffset.UTC), anchor.proof(hash), id)
                .update();
        return database.sql("select access.dispose_audit(?)")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Nothing comes of it. */
    public void drop(long id, long actor, Instant now) {
        database.sql("update access.audit_disposal set dropped_by = ?, dropped_at = ? where id = ?")
                .params(actor, now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private static Disposal disposal(ResultSet row, int number) throws SQLException {
        return new Disposal(
                row.getLong("id"),
                row.getLong("records"),
                at(row, "oldest"),
                at(row, "newest"),
                row.getString("reason"),
                row.getLong("asked_by"),
                at(row, "asked_at"),
                row.getObject("approved_by", Long.class),
                row.getObject("dropped_by", Long.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
