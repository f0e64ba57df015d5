package fangpin.office.supervision.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.supervision.AuditPackages;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of an audit package, and the log of packages made. */
@Component
public final class PackageRows {
    private static final String LINES = """
            with line as (select * from appropriation.line where year = :year and path >= :place and path < :place || '~')
            """;

    /** Every table by its name: its columns are named by the statement. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("documents", "select * from supervision.documents(:place, :year)"),
            Map.entry("document_items", """
                    select document_id, item, amount_fen from appropriation.document_item
                    where document_id in (select id from supervision.documents(:place, :year)) order by 1, 2
                    """),
            Map.entry("receipts", """
                    select receipt.id, receipt.path, document_id, amount_fen, received_on, bank_reference, entered_by from appropriation.receipt
                    where document_id in (select id from supervision.documents(:place, :year)) order by 1
                    """),
            Map.entry("lines", LINES + """
                    select id, path, document_id, parent_id, account_id, pack, item, level, year, project_id, programme, opened_on from line
                    order by id
                    """),
            Map.entry("accounts", LINES + """
                    select account.id, account.path, account.kind, account.pack, account.product as item, account.holder, balance.balance_fen,
                        balance.reserved_fen
                    from line join fund.account on account.holder = 'line/' || line.id
                    join fund.balance on balance.account_id = account.id order by account.id
                    """),
            Map.entry("entries", "select * from supervision.entries(:place, :year)"),
            Map.entry("allocations", LINES + """
                    select allocation.id, allocation.path, allocation.pack, scheme, allocation.year, state, proposed_by, proposed_on, answered_by,
                        answered_on, reason, noticed_on, number, issued_by, issued_on
                    from appropriation.allocation
                    where id in (select allocation_id from appropriation.move join line on line.id in (move.from_line, move.to_line)) order by 1
                    """),
            Map.entry("allocation_cells", LINES + """
                    select allocation_id, item, division, division_path, measure, computed_fen, amount_fen, reason
                    from appropriation.allocation_cell
                    where allocation_id in (select allocation_id from appropriation.move join line on line.id in (move.from_line, move.to_line))
                    order by 1, 2, 3
                    """),
            Map.entry("moves", LINES + """
                    select distinct move.id, move.path, to_path, kind, allocation_id, from_line, to_line, move.item, move.project_id,
                        move.programme, category, purpose, amount_fen, decision, reason, clause, state, proposed_by, proposed_on, answered_by,
                        answered_on, answer, entry_id
                    from appropriation.move join line on line.id in (move.from_line, move.to_line) order by 1
                    """),
            Map.entry("requests", LINES + """
                    select request.id, request.path, line_id, kind, category, purpose, cash, payments, sum_fen, state, raised_by, raised_on,
                        answered_by, answered_on, answer, sent_by, sent_on, ended_on
                    from appropriation.request join line on line.id = request.line_id order by 1
                    """),
            Map.entry("payments", LINES + """
                    select payment.id, payment.path, request_id, number, person_id, payee_name, payee_bank, payee_account_sealed, amount_fen,
                        payment.state, payment.ended_on, bank_reference, payment.reason, entry_id
                    from appropriation.payment join appropriation.request on request.id = payment.request_id
                    join line on line.id = request.line_id order by 1
                    """),
            Map.entry("clearings", LINES + """
                    select clearing.id, clearing.path, subject, word, list, reason, made_by, cleared_by, cleared_on from appropriation.clearing
                    where subject in (select 'request/' || request.id from appropriation.request join line on line.id = request.line_id
                        union select 'move/' || move.id from appropriation.move join line on line.id = move.from_line) order by 1
                    """),
            Map.entry("vouchers", LINES + """
                    select attachment.id, substr(attachment.subject, 14) as request_id, attachment.name, attachment.type, attachment.bytes,
                        encode(attachment.digest, 'hex') as sha256, attachment.entered_by, attachment.entered_at, attachment.removed_at
                    from access.attachment where subject in (select 'fund-request/' || request.id from appropriation.request
                        join line on line.id = request.line_id) order by attachment.entered_at, attachment.id
                    """),
            Map.entry("shortfalls", """
                    select id, path, year, pack, item, needed_fen, basis, decision, clause, state, proposed_by, proposed_on, answered_by,
                        answered_on, answer from appropriation.shortfall where year = :year and path >= :place and path < :place || '~' order by 1
                    """),
            Map.entry("findings", """
                    select id, path, rule, key, grade, department, clause, subject, pack, item, to_json(arguments)::text as arguments, amount_fen,
                        state, found_on, last_found_on, due_on, gone_on, rectified_by, rectified_on, closed_by, closed_on
                    from supervision.finding where path >= :place and path < :place || '~' and :year = :year order by 1
                    """),
            Map.entry("finding_steps", """
                    select id, finding_id, what, said, made_by, made_on from supervision.finding_step
                    where path >= :place and path < :place || '~' and :year = :year order by 1
                    """),
            Map.entry("carry_overs", """
                    select line_id, year, path, free_fen, reserved_fen from supervision.carry_over
                    where year = :year and path >= :place and path < :place || '~' order by 1
                    """),
            Map.entry("audit", "select * from supervision.audit_of(:place, :year)"));

    private final JdbcClient database;
    private final Secrets secrets;

    PackageRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Whether there is money of a year. */
    public boolean exists(String place, int year) {
        return database.sql(
                        "select exists (select from appropriation.line where year = ? and path >= ? and path < ? || '~')")
                .params(year, place, place)
                .query(Boolean.class)
                .single();
    }

    /** All tables, by name. */
    public List<PackageZip.Table> tables(String place, int year) {
        return TABLES.keySet().stream()
                .sorted()
                .map(name -> table(name, Objects.requireNonNull(TABLES.get(name)), place, year))
                .toList();
    }

    private PackageZip.Table table(String name, String statement, String place, int year) {
        StringBuilder csv = new StringBuilder();
        long[] rows = {0};
        database.sql(statement).param("place", place).param("year", year).query(row -> {
            ResultSetMetaData columns = row.getMetaData();
            if (rows[0]++ == 0) {
                csv.append(header(columns));
            }
            csv.append(line(row, columns));
        });
        return new PackageZip.Table(name, csv.toString(), rows[0]);
    }

    private static String header(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column).replace("_sealed", "_masked"));
        }
        return String.join(",", names) + "\n";
    }

    private String line(ResultSet row, ResultSetMetaData columns) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            cells.add(PackageZip.cell(
                    switch (columns.getColumnLabel(column)) {
                        case "payee_account_sealed" ->
                            Mask.of(FieldKind.BANK_CARD, secrets.open(FieldKind.BANK_CARD, row.getBytes(column)));
                        case "payee_name" -> payee(row, row.getString(column));
                        case String other -> written(row.getString(column));
                    }));
        }
        return String.join(",", cells) + "\n";
    }

    private static String payee(ResultSet row, String name) throws SQLException {
        return row.getObject("person_id") == null ? name : Mask.name(name);
    }

    private static String written(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Keeps that a package left. */
    public long insert(Actor actor, AuditPackages.Wanted wanted, byte[] digest, long bytes, LocalDate day) {
        return database.sql("""
                        insert into supervision.package (path, place, year, purpose, receiver, digest, bytes, made_by, made_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        actor.scope().path(),
                        wanted.place(),
                        wanted.year(),
                        wanted.purpose().strip(),
                        wanted.receiver().strip(),
                        digest,
                        bytes,
                        actor.userId(),
                        day)
                .query(Long.class)
                .single();
    }

    /** Packages that left, the newest first. */
    public List<AuditPackages.Made> list(int most) {
        return database.sql("select * from supervision.package order by id desc limit ?")
                .param(most)
                .query((row, number) -> new AuditPackages.Made(
                        row.getLong("id"),
                        row.getString("place"),
                        row.getInt("year"),
                        row.getString("purpose"),
                        row.getString("receiver"),
                        HexFormat.of().formatHex(row.getBytes("digest")),
                        row.getLong("bytes"),
                        row.getLong("made_by"),
                        Objects.requireNonNull(row.getObject("made_on", LocalDate.class))))
                .list();
    }
}
