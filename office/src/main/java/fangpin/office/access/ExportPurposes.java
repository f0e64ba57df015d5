package fangpin.office.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 导出用途: no file of people's data leaves without what it is for and who receives it (WH3 §5.2); kept beside the audit. */
@Service
public final class ExportPurposes {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 400;
    private static final String INSERT = """
            insert into access.export_purpose (at, account_id, path, what, purpose, receiver, fields, row_count, file_digest)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;
    private static final String PAGE = """
            select purpose.*, coalesce(account.display_name, '') as name
            from access.export_purpose purpose left join access.account on account.id = purpose.account_id
            where (cast(? as bigint) is null or purpose.id < ?)
            order by purpose.id desc limit ?
            """;

    /**
     * What leaves.
     *
     * @param what the list or report, by its name
     * @param fields the columns it holds
     */
    public record Export(String what, String purpose, String receiver, List<String> fields, long rows) {
        public Export {
            fields = List.copyOf(fields);
        }
    }

    /** A line of the log of exports. */
    public record Line(long id, Instant at, String name, Export export) {}

    private final JdbcClient database;
    private final ScopedWork work;
    private final Audit audit;

    /** Over the office's database. */
    public ExportPurposes(JdbcClient database, ScopedWork work, Audit audit) {
        this.database = database;
        this.work = work;
        this.audit = audit;
    }

    /** Records an export in the current transaction; refuses one without a purpose. Call it before the first byte is sent. */
    public Answer<Long> record(Actor actor, Export export, byte @Nullable [] fileDigest, Instant now) {
        int length = export.purpose().strip().length();
        if (length < SHORTEST || length > LONGEST || export.receiver().isBlank()) {
            return Answer.refused(AccessRefusal.PURPOSE_MISSING);
        }
        long id = database.sql(INSERT)
                .params(
                        now.atOffset(ZoneOffset.UTC),
                        actor.userId(),
                        actor.scope().path(),
                        export.what(),
                        export.purpose().strip(),
                        export.receiver().strip(),
                        export.fields().toArray(String[]::new),
                        export.rows())
                .param(fileDigest)
                .query(Long.class)
                .single();
        audit.record(
                actor,
                AuditAction.EXPORTED,
                "export/" + id,
                Map.of(
                        "what",
                        export.what(),
                        "rows",
                        Long.toString(export.rows()),
                        "fields",
                        String.join(" ", export.fields())));
        return Answer.done(id);
    }

    /** The log of one's division, the youngest first. */
    public List<Line> page(Actor actor, @Nullable Long before, int most) {
        return work.read(
                actor,
                () -> database.sql(PAGE)
                        .param(before)
                        .param(before)
                        .param(most)
                        .query((row, n) -> new Line(
                                row.getLong("id"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("name"),
                                new Export(
                                        row.getString("what"),
                                        row.getString("purpose"),
                                        row.getString("receiver"),
                                        List.of((String[])
                                                row.getArray("fields").getArray()),
                                        row.getLong("row_count"))))
                        .list());
    }
}
