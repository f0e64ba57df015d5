package fangpin.office.appropriation.internal;

import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.fund.LineBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of budget lines, with what the ledger holds on each. */
@Component
public final class LineRows {
    private static final String CHOSEN = "with line as (select * from appropriation.line";
    /** What the ledger paid out of all the lines that are chosen, and what moved on from them, is added up once for all of them. */
    private static final String HELD = """
            ), spent as (
                select account.holder, sum(balance.balance_fen) as amount from fund.account join fund.balance on balance.account_id = account.id
                where account.kind = 'funds-paid' and account.holder in (select 'line/' || id from line) group by account.holder
            ), gone as (
                select from_line, sum(amount_fen) as amount from appropriation.move
                where state = 'done' and from_line in (select id from line) group by from_line
            )
            select line.*, document.number, document.issued_on, balance.balance_fen, balance.reserved_fen,
                coalesce(spent.amount, 0)::bigint as paid_fen, coalesce(gone.amount, 0)::bigint as moved_fen
            from line join appropriation.document on document.id = line.document_id
            join fund.balance on balance.account_id = line.account_id
            left join spent on spent.holder = 'line/' || line.id left join gone on gone.from_line = line.id
            """;

    private final JdbcClient database;
    private final LineBook book;

    LineRows(JdbcClient database, LineBook book) {
        this.database = database;
        this.book = book;
    }

    /**
     * What a line is to be.
     *
     * @param parent line it comes out of; null where a document from outside opens it
     */
    public record Wanted(
            String path,
            long document,
            @Nullable Long parent,
            String pack,
            String item,
            FundOrigin origin,
            int year,
            @Nullable Long project,
            String programme) {
        /** The line by which a document's money comes to its division. */
        public static Wanted of(FundDocument document, @Nullable Long parent, String item) {
            return new Wanted(
                    document.path(),
                    document.id(),
                    parent,
                    document.pack(),
                    item,
                    document.origin(),
                    document.year(),
                    null,
                    "");
        }

        /** What comes out of a line in its own place, for another purpose or use. */
        public static Wanted outOf(BudgetLine line, String item, @Nullable Long project, String programme) {
            return new Wanted(
                    line.path(),
                    line.documentId(),
                    line.id(),
                    line.pack(),
                    item,
                    line.origin(),
                    line.year(),
                    project,
                    programme);
        }
    }

    /** The line that is wanted, opened when it is not there yet. */
    public BudgetLine open(Wanted wanted, LocalDate day) {
        return existing(wanted).orElseGet(() -> {
            long id = database.sql("select nextval(pg_get_serial_sequence('appropriation.line', 'id'))")
                    .query(Long.class)
                    .single();
            long account = book.open(new LineBook.Line(id, wanted.pack(), wanted.item(), wanted.path()));
            database.sql("""
                            insert into appropriation.line (id, path, document_id, parent_id, account_id, pack, item, level, year,
                                project_id, programme, opened_on) overriding system value
                            values (:id, :path, :document, :parent, :account, :pack, :item, :level, :year, :project, :programme, :day)
                            """)
                    .param("id", id)
                    .param("path", wanted.path())
                    .param("document", wanted.document())
                    .param("parent", wanted.parent())
                    .param("account", account)
                    .param("pack", wanted.pack())
                    .param("item", wanted.item())
                    .param("level", wanted.origin().word())
                    .param("year", wanted.year())
                    .param("project", wanted.project())
                    .param("programme", wanted.programme())
                    .param("day", day)
                    .update();
            return find(id).orElseThrow();
        });
    }

    private Optional<BudgetLine> existing(Wanted wanted) {
        return database.sql(CHOSEN + """
                         where line.path = :path and line.document_id = :document and line.item = :item
                          and line.project_id is not distinct from :project::bigint and line.programme = :programme
                          and line.parent_id is not distinct from :parent::bigint
                        """ + HELD)
                .param("path", wanted.path())
                .param("document", wanted.document())
                .param("item", wanted.item())
                .param("project", wanted.project())
                .param("programme", wanted.programme())
                .param("parent", wanted.parent())
                .query(LineRows::line)
                .optional();
    }

    /** One line. */
    public Optional<BudgetLine> find(long id) {
        return database.sql(CHOSEN + " where line.id = ?" + HELD)
                .param(id)
                .query(LineRows::line)
                .optional();
    }

    /** Lines of a year at a place, or at and below it; of one item, or of any when it is null. */
    public List<BudgetLine> list(String place, boolean below, int year, @Nullable String item) {
        return database.sql(CHOSEN + """
                         where line.year = :year and (cast(:item as text) is null or line.item = :item)
                          and case when :below then line.path >= :place and line.path < :place || '~' else line.path = :place end
                        """ + HELD + "order by line.path, line.item, line.document_id, line.id")
                .param("year", year)
                .param("item", item)
                .param("below", below)
                .param("place", place)
                .query(LineRows::line)
                .list();
    }

    /** Lines that a project's money stands on. */
    public List<BudgetLine> ofProject(long project) {
        return database.sql(CHOSEN + " where line.project_id = ?" + HELD + "order by line.id")
                .param(project)
                .query(LineRows::line)
                .list();
    }

    /** Lines of a document. */
    public List<BudgetLine> ofDocument(long document) {
        return database.sql(CHOSEN + " where line.document_id = ?" + HELD + "order by line.id")
                .param(document)
                .query(LineRows::line)
                .list();
    }

    /** The money's way back, as far as the scope sees the line itself. */
    public List<BudgetLine.Step> way(long line, String scope) {
        return database.sql("select * from appropriation.way(?, ?)")
                .params(line, scope)
                .query((row, number) -> new BudgetLine.Step(
                        row.getLong("line_id"),
                        row.getString("path"),
                        row.getString("item"),
                        row.getLong("document_id"),
                        row.getString("number"),
                        FundOrigin.of(row.getString("level")),
                        row.getString("fund"),
                        row.getObject("issued_on", LocalDate.class)))
                .list();
    }

    private static BudgetLine line(ResultSet row, int number) throws SQLException {
        long balance = row.getLong("balance_fen");
        long paid = row.getLong("paid_fen");
        return new BudgetLine(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("document_id"),
                row.getString("number"),
                row.getObject("parent_id", Long.class),
                row.getLong("account_id"),
                row.getString("pack"),
                row.getString("item"),
                FundOrigin.of(row.getString("level")),
                row.getInt("year"),
                row.getObject("project_id", Long.class),
                row.getString("programme"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("issued_on", LocalDate.class),
                balance + paid + row.getLong("moved_fen"),
                balance,
                row.getLong("reserved_fen"),
                paid);
    }
}
