package fangpin.office.appropriation.internal;

import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.FundReceipt;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of documents that give money, and of what arrived. */
@Component
public final class DocumentRows {
    private static final String DOCUMENT = """
            select document.*, coalesce(came.amount, 0)::bigint as received_fen, came.first_on as received_on, parts.items, parts.amounts
            from appropriation.document
            left join lateral (select sum(amount_fen) as amount, min(receipt.received_on) as first_on
                from appropriation.receipt where document_id = document.id) came on true
            left join lateral (select array_agg(item order by item) as items, array_agg(amount_fen order by item) as amounts
                from appropriation.document_item where document_id = document.id) parts on true
            """;

    private final JdbcClient database;

    DocumentRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a document that was entered; empty when one of its number is known there. */
    public Optional<Long> insert(FundDocuments.Told told, long actor, LocalDate day) {
        Optional<Long> id = database.sql("""
                        insert into appropriation.document (path, pack, year, level, fund, number, budget_code, issued_on, amount_fen, state,
                            entered_by, entered_on)
                        values (:path, :pack, :year, :level, :fund, :number, :code, :issued, :amount, 'entered', :actor, :day)
                        on conflict do nothing returning id
                        """)
                .param("path", told.division())
                .param("pack", told.pack())
                .param("year", told.year())
                .param("level", told.origin().word())
                .param("fund", told.fund().strip())
                .param("number", told.number().strip())
                .param("code", told.budgetCode().strip())
                .param("issued", told.issuedOn())
                .param("amount", told.amount().amount())
                .param("actor", actor)
                .param("day", day)
                .query(Long.class)
                .optional();
        id.ifPresent(document -> insertItems(document, told.division(), told.items()));
        return id;
    }

    private void insertItems(long document, String path, List<FundDocument.Item> items) {
        database.sql("""
                        insert into appropriation.document_item (document_id, path, item, amount_fen)
                        select ?, ?, item, amount from unnest(?, ?) as given (item, amount)
                        """)
                .params(
                        document,
                        path,
                        items.stream().map(FundDocument.Item::item).toArray(String[]::new),
                        items.stream().map(FundDocument.Item::amountFen).toArray(Long[]::new))
                .update();
    }

    /** Keeps the document that an allocation is for one of its divisions: confirmed by who issued it. */
    public long insertAllocated(FundDocument of, List<FundDocument.Item> items) {
        long id = database.sql("""
                        insert into appropriation.document (path, root_id, allocation_id, pack, year, level, fund, number, budget_code,
                            issued_on, amount_fen, state, entered_by, entered_on, answered_by, answered_on)
                        values (:path, :root, :allocation, :pack, :year, :level, :fund, :number, :code, :issued, :amount, 'confirmed',
                            :maker, :day, :actor, :day) returning id
                        """)
                .param("path", of.path())
                .param("root", of.rootId())
                .param("allocation", of.allocationId())
                .param("pack", of.pack())
                .param("year", of.year())
                .param("level", of.origin().word())
                .param("fund", of.fund())
                .param("number", of.number())
                .param("code", of.budgetCode())
                .param("issued", of.issuedOn())
                .param("amount", of.amountFen())
                .param("maker", of.enteredBy())
                .param("actor", of.answeredBy())
                .param("day", of.enteredOn())
                .query(Long.class)
                .single();
        insertItems(id, of.path(), items);
        return id;
    }

    /** One document, locked until the transaction ends. */
    public Optional<FundDocument> locked(long id) {
        database.sql("select 1 from appropriation.document where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** One document. */
    public Optional<FundDocument> find(long id) {
        return database.sql(DOCUMENT + " where document.id = ?")
                .param(id)
                .query(DocumentRows::document)
                .optional();
    }

    /** Documents of a year that came to a place or below it, the newest first. */
    public List<FundDocument> list(String place, int year, boolean below) {
        return database.sql(DOCUMENT + """
                         where year = :year and case when :below then document.path >= :place and document.path < :place || '~'
                             else document.path = :place end
                        order by document.issued_on desc, document.id desc
                        """)
                .param("year", year)
                .param("below", below)
                .param("place", place)
                .query(DocumentRows::document)
                .list();
    }

    /** Documents that wait for a second person. */
    public long waiting(long besides) {
        return database.sql("select count(*) from appropriation.document where state = 'entered' and entered_by <> ?")
                .param(besides)
                .query(Long.class)
                .single();
    }

    /** An answer. */
    public void answer(long id, FundDocument.State state, String reason, long actor, LocalDate day) {
        database.sql("""
                        update appropriation.document set state = ?, reason = ?, answered_by = ?, answered_on = ? where id = ?
                        """).params(state.word(), reason, actor, day, id).update();
    }

    /** Keeps what arrived; false when a transfer of this reference is known there. */
    public boolean insertReceipt(FundDocument of, FundDocuments.Arrived arrived, long actor, LocalDate day) {
        return database.sql("""
                        insert into appropriation.receipt (path, document_id, amount_fen, received_on, bank_reference, entered_by, entered_on)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                of.path(),
                                of.id(),
                                arrived.amount().amount(),
                                arrived.receivedOn(),
                                arrived.bankReference().strip(),
                                actor,
                                day)
                        .update()
                == 1;
    }

    /** What arrived of a document. */
    public List<FundReceipt> receipts(long document) {
        return database.sql("select * from appropriation.receipt where document_id = ? order by received_on, id")
                .param(document)
                .query((row, number) -> new FundReceipt(
                        row.getLong("id"),
                        row.getLong("document_id"),
                        row.getLong("amount_fen"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("bank_reference"),
                        row.getLong("entered_by")))
                .list();
    }

    private static FundDocument document(ResultSet row, int number) throws SQLException {
        return new FundDocument(
                row.getLong("id"),
                row.getString("path"),
                row.getObject("root_id", Long.class),
                row.getObject("allocation_id", Long.class),
                row.getString("pack"),
                row.getInt("year"),
                FundOrigin.of(row.getString("level")),
                row.getString("fund"),
                row.getString("number"),
                row.getString("budget_code"),
                row.getObject("issued_on", LocalDate.class),
                row.getLong("amount_fen"),
                FundDocument.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("entered_by"),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("reason"),
                row.getLong("received_fen"),
                row.getObject("received_on", LocalDate.class),
                items(row));
    }

    private static List<FundDocument.Item> items(ResultSet row) throws SQLException {
        Array items = row.getArray("items");
        if (items == null) {
            return List.of();
        }
        String[] names = (String[]) items.getArray();
        Long[] amounts = (Long[]) row.getArray("amounts").getArray();
        List<FundDocument.Item> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            all.add(new FundDocument.Item(names[i], amounts[i]));
        }
        return all;
    }
}
