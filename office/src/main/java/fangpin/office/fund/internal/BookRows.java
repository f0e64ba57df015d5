package fangpin.office.fund.internal;

import fangpin.office.fund.AccountKind;
import fangpin.office.fund.Books;
import fangpin.office.fund.EntryReason;
import fangpin.office.fund.FundAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger's rows say. */
@Component
public final class BookRows {
    private static final String BALANCES = """
            select account.*, coalesce(contract.number, '') as contract_number, balance.balance_fen, balance.reserved_fen
            from fund.account join fund.balance on balance.account_id = account.id
            left join enrolment.contract on contract.id = account.contract_id
            where (cast(:own as bigint[]) is null or account.contract_id = any (:own))
            """;
    private static final String ENTRY = """
            select entry.*, fund.letters(entry.hash) as digest from fund.entry
            """;

    private final JdbcClient database;

    BookRows(JdbcClient database) {
        this.database = database;
    }

    /** Totals of accounts, of some contracts or of all. */
    public List<Books.Total> totals(Long @Nullable [] own) {
        return database.sql("""
                        select account.kind, account.contract_id, coalesce(contract.number, '') as contract_number, account.pack,
                            account.product, count(*) as accounts, sum(balance.balance_fen)::bigint as balance,
                            sum(balance.reserved_fen)::bigint as reserved
                        from fund.account join fund.balance on balance.account_id = account.id
                        left join enrolment.contract on contract.id = account.contract_id
                        where (cast(:own as bigint[]) is null or account.contract_id = any (:own))
                        group by account.kind, account.contract_id, contract.number, account.pack, account.product
                        order by account.pack, account.product, account.contract_id, account.kind
                        """)
                .param("own", own)
                .query((row, number) -> new Books.Total(
                        AccountKind.of(row.getString("kind")),
                        row.getObject("contract_id", Long.class),
                        row.getString("contract_number"),
                        row.getString("pack"),
                        row.getString("product"),
                        row.getLong("accounts"),
                        row.getLong("balance"),
                        row.getLong("reserved")))
                .list();
    }

    /** The accounts of a kind, contract and product, by place; contract 0 is none. */
    public List<Books.Balance> balances(Long @Nullable [] own, AccountKind kind, long contract, String product) {
        return database.sql(BALANCES + """
                         and account.kind = :kind and coalesce(account.contract_id, 0) = :contract and account.product = :product
                        order by account.path, account.holder
                        """)
                .param("own", own)
                .param("kind", kind.word())
                .param("contract", contract)
                .param("product", product)
                .query(BookRows::balance)
                .list();
    }

    /** One account. */
    public Optional<Books.Balance> balance(Long @Nullable [] own, long id) {
        return database.sql(BALANCES + " and account.id = :id")
                .param("own", own)
                .param("id", id)
                .query(BookRows::balance)
                .optional();
    }

    private static Books.Balance balance(ResultSet row, int number) throws SQLException {
        return new Books.Balance(
                row.getLong("id"),
                account(row),
                row.getString("contract_number"),
                row.getLong("balance_fen"),
                row.getLong("reserved_fen"));
    }

    private static FundAccount account(ResultSet row) throws SQLException {
        return new FundAccount(
                AccountKind.of(row.getString("kind")),
                row.getObject("contract_id", Long.class),
                row.getString("pack"),
                row.getString("product"),
                row.getString("holder"),
                row.getString("path"));
    }

    /** Lines of an account before an entry, the newest first, each with the balance after it. */
    public List<Books.Line> lines(long account, long before, int most) {
        return database.sql("""
                        select line.entry_id, entry.day, entry.reason, entry.subject, entry.clause, line.amount,
                            (select balance_fen from fund.balance where account_id = :account)
                              - coalesce((select sum(amount_fen) from fund.posting
                                  where posting.account_id = :account and posting.entry_id > line.entry_id), 0) as after
                        from (select entry_id, sum(amount_fen)::bigint as amount from fund.posting
                              where account_id = :account and entry_id < :before
                              group by entry_id order by entry_id desc limit :most) line
                        join fund.entry on entry.id = line.entry_id order by line.entry_id desc
                        """)
                .param("account", account)
                .param("before", before)
                .param("most", most)
                .query((row, number) -> new Books.Line(
                        row.getLong("entry_id"),
                        row.getObject("day", LocalDate.class),
                        EntryReason.of(row.getString("reason")),
                        row.getString("subject"),
                        row.getString("clause"),
                        row.getLong("amount"),
                        row.getLong("after")))
                .list();
    }

    /** One entry. */
    public Optional<Books.Entry> entry(long id) {
        return database.sql(ENTRY + " where entry.id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** The entries for a subject. */
    public List<Books.Entry> of(String subject) {
        return database.sql(ENTRY + " where entry.subject = ? order by entry.id")
                .param(subject)
                .query(this::read)
                .list();
    }

    private Books.Entry read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Books.Entry(
                id,
                row.getString("path"),
                row.getObject("day", LocalDate.class),
                EntryReason.of(row.getString("reason")),
                row.getString("subject"),
                row.getObject("person_id", Long.class),
                row.getString("clause"),
                row.getObject("reverses", Long.class),
                row.getLong("entered_by"),
                row.getString("digest"),
                linesOf(id));
    }

    private List<Books.Entry.Side> linesOf(long entry) {
        return database.sql("""
                        select account.*, posting.amount_fen from fund.posting join fund.account on account.id = posting.account_id
                        where posting.entry_id = ? order by posting.number
                        """)
                .param(entry)
                .query((row, number) ->
                        new Books.Entry.Side(row.getLong("id"), account(row), row.getLong("amount_fen")))
                .list();
    }

    /** What does not agree. */
    public List<Books.Fault> faults(String place) {
        return database.sql("select * from fund.faults(?)")
                .param(place)
                .query((row, number) -> new Books.Fault(
                        row.getString("kind"), row.getLong("id"), row.getString("written"), row.getString("found")))
                .list();
    }
}
