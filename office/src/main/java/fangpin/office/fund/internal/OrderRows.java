package fangpin.office.fund.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.fund.Overpaid;
import fangpin.office.fund.Owing;
import fangpin.office.fund.Payee;
import fangpin.office.fund.PaymentOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of payment orders and of what is owed. */
@Component
public final class OrderRows {
    private static final String ORDER = """
            select payment_order.*, account.pack, account.product,
                payment_order.state in ('approved', 'sent') and owed.reserved_fen > -owed.balance_fen as beyond_debt
            from fund.payment_order join fund.account on account.id = payment_order.source_id
            join fund.balance owed on owed.account_id = payment_order.owed_id
            """;
    private static final String OWING = """
            select account.*, -balance.balance_fen as owed, balance.reserved_fen as ordered,
                coalesce((select sum(amount_fen) from fund.payment_order
                    where owed_id = account.id and state = 'raised'), 0)::bigint as raised
            from fund.account join fund.balance on balance.account_id = account.id
            where account.kind in ('owed-to-hospital', 'owed-to-person') and balance.balance_fen < 0
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    OrderRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** What is owed under some contracts; with those, also what is owed under none. */
    public List<Owing> owing(Long[] contracts, boolean withoutContract) {
        return database.sql(OWING + """
                         and (account.contract_id = any (?) or (? and account.contract_id is null)) order by account.kind, account.id
                        """)
                .params(contracts, withoutContract)
                .query(OrderRows::owing)
                .list();
    }

    /** One account of what is owed. */
    public Optional<Owing> owing(long account) {
        return database.sql(OWING + " and account.id = ?")
                .param(account)
                .query(OrderRows::owing)
                .optional();
    }

    /** 多付: what was paid beyond what is owed by now, under some contracts; above zero. */
    public List<Overpaid> overpaid(Long[] contracts) {
        return database.sql("""
                        select account.*, balance.balance_fen from fund.account join fund.balance on balance.account_id = account.id
                        where account.kind in ('owed-to-hospital', 'owed-to-person') and balance.balance_fen > 0
                          and account.contract_id = any (?)
                        order by account.kind, account.id
                        """)
                .param(contracts)
                .query((row, number) -> new Overpaid(
                        row.getLong("id"),
                        row.getString("pack"),
                        row.getString("product"),
                        row.getString("holder"),
                        row.getLong("balance_fen")))
                .list();
    }

    private static Owing owing(ResultSet row, int number) throws SQLException {
        return new Owing(
                row.getLong("id"),
                row.getString("path"),
                row.getObject("contract_id", Long.class),
                row.getString("pack"),
                row.getString("product"),
                row.getString("holder"),
                row.getLong("owed"),
                row.getLong("ordered"),
                row.getLong("raised"));
    }

    /** The account of the insurer's money for a contract and product; empty until money came. */
    public Optional<Money> money(long contract, String product) {
        return database.sql("""
                        select id, balance_fen, reserved_fen from fund.account join fund.balance on account_id = id
                        where kind = 'insurer-money' and contract_id = ? and product = ?
                        """)
                .params(contract, product)
                .query((row, number) ->
                        new Money(row.getLong("id"), row.getLong("balance_fen"), row.getLong("reserved_fen")))
                .optional();
    }

    /** 专户 */
    public record Money(long id, long balanceFen, long reservedFen) {
        /** What may be paid out. */
        public long freeFen() {
            return balanceFen - reservedFen;
        }
    }

    /**
     * Keeps a new order.
     *
     * @param told whom the room that owes named, when it is another payee
     */
    public long insert(
            Owing owing, String contractPath, long source, Payee payee, String told, long actor, LocalDate day) {
        return database.sql("""
                        insert into fund.payment_order (path, contract_id, contract_path, source_id, owed_id, subject, amount_fen, payee_name,
                            payee_bank, payee_account_sealed, payee_told, state, raised_by, raised_on)
                        values (:path, :contract, :contractPath, :source, :owed, :subject, :amount, :name, :bank, :account, :told, 'raised',
                            :actor,
                            :day) returning id
                        """)
                .param("path", owing.path())
                .param("contract", owing.contractId())
                .param("contractPath", contractPath)
                .param("source", source)
                .param("owed", owing.accountId())
                .param("subject", owing.subject())
                .param("amount", payee.amount().amount())
                .param("name", payee.name().strip())
                .param("bank", payee.bank().strip())
                .param("account", secrets.seal(FieldKind.BANK_CARD, payee.account()))
                .param("told", told)
                .param("actor", actor)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** One order, locked until the transaction ends. */
    public Optional<PaymentOrder> locked(long id) {
        return database.sql(ORDER + " where payment_order.id = ? for update of payment_order")
                .param(id)
                .query(this::masked)
                .optional();
    }

    /** One order. */
    public Optional<PaymentOrder> find(long id) {
        return database.sql(ORDER + " where payment_order.id = ?")
                .param(id)
                .query(this::masked)
                .optional();
    }

    /** Orders of some contracts in a state, or in any, the newest before a given one. */
    public List<PaymentOrder> list(Long[] contracts, PaymentOrder.@Nullable State state, long before, int most) {
        return database.sql(ORDER + """
                         where payment_order.contract_id = any (:contracts) and payment_order.id < :before
                           and (cast(:state as text) is null or state = :state)
                        order by payment_order.id desc limit :most
                        """)
                .param("contracts", contracts)
                .param("before", before)
                .param("state", state == null ? null : state.word())
                .param("most", most)
                .query(this::masked)
                .list();
    }

    /** How many orders of some contracts are in a state, those aside that an account raised itself. */
    public long count(Long[] contracts, PaymentOrder.State state, long besides) {
        return database.sql("""
                        select count(*) from fund.payment_order where contract_id = any (?) and state = ? and raised_by <> ?
                        """)
                .params(contracts, state.word(), besides)
                .query(Long.class)
                .single();
    }

    /** How many orders of some contracts came back, whose debt stands and has no newer order. */
    public long returned(Long[] contracts) {
        return database.sql("""
                        select count(*) from fund.payment_order came join fund.balance on balance.account_id = came.owed_id
                        where came.contract_id = any (?) and came.state = 'returned' and balance.balance_fen < 0 and not exists (
                            select from fund.payment_order newer where newer.owed_id = came.owed_id and newer.id > came.id
                              and newer.state <> 'refused')
                        """).param(contracts).query(Long.class).single();
    }

    /** A payee whose account nobody told, with the one that his latest order was approved for; as he is where there was none. */
    public Payee paidLast(String subject, Payee told) {
        return database.sql("""
                        select payee_bank, payee_account_sealed from fund.payment_order
                        where subject = ? and payee_name = ? and state in ('approved', 'sent', 'paid') order by id desc limit 1
                        """)
                .params(subject, told.name().strip())
                .query((row, number) ->
                        new Payee(told.name(), row.getString("payee_bank"), account(row), told.amount()))
                .optional()
                .orElse(told);
    }

    /** What is owed on the account of an order, in fen, beside what approved orders pay. */
    public long unorderedFen(long order) {
        return database.sql("""
                        select -balance_fen - reserved_fen from fund.balance join fund.payment_order on owed_id = account_id
                        where payment_order.id = ?
                        """).param(order).query(Long.class).single();
    }

    /** How many orders of some contracts are approved or with the bank for more than is owed by now. */
    public long beyondDebt(Long[] contracts) {
        return database.sql("select count(*) from (" + ORDER + ") orders where beyond_debt and contract_id = any (?)")
                .param(contracts)
                .query(Long.class)
                .single();
    }

    /** The orders for a subject, the newest first. */
    public List<PaymentOrder> of(String subject) {
        return database.sql(ORDER + " where payment_order.subject = ? order by payment_order.id desc")
                .param(subject)
                .query(this::masked)
                .list();
    }

    /** The orders of a file, with the payees' accounts in clear. */
    public List<PaymentOrder> ofFile(long file) {
        return database.sql(ORDER + " where file_id = ? order by payment_order.id")
                .param(file)
                .query((row, number) -> order(row, account(row)))
                .list();
    }

    /** The orders of a file. */
    public List<PaymentOrder> ofFileMasked(long file) {
        return database.sql(ORDER + " where file_id = ? order by payment_order.id")
                .param(file)
                .query(this::masked)
                .list();
    }

    /** Puts money by on both sides, or nothing of it. */
    public boolean reserve(long order) {
        return database.sql("select fund.reserve_both(?)")
                .param(order)
                .query(Boolean.class)
                .single();
    }

    /** Sets free what an order had put by. */
    public void release(long order) {
        database.sql("select fund.release_both(?)")
                .param(order)
                .query((row, number) -> number)
                .single();
    }

    /** An answer to an order. */
    public void answer(long id, PaymentOrder.State state, String reason, long actor, LocalDate day) {
        database.sql(
                        "update fund.payment_order set state = ?, reason = ?, answered_by = ?, answered_on = ? where id = ?")
                .params(state.word(), reason, actor, day, id)
                .update();
    }

    /** How a payment ended. */
    public void end(
            long id, PaymentOrder.State state, String reason, String reference, @Nullable Long entry, LocalDate day) {
        database.sql("""
                        update fund.payment_order set state = :state, reason = :reason, bank_reference = :reference, entry_id = :entry,
                            ended_on = :day where id = :id
                        """)
                .param("state", state.word())
                .param("reason", reason)
                .param("reference", reference)
                .param("entry", entry)
                .param("day", day)
                .param("id", id)
                .update();
    }

    private PaymentOrder masked(ResultSet row, int number) throws SQLException {
        return order(row, Mask.of(FieldKind.BANK_CARD, account(row)));
    }

    private String account(ResultSet row) throws SQLException {
        return secrets.open(FieldKind.BANK_CARD, row.getBytes("payee_account_sealed"));
    }

    private static PaymentOrder order(ResultSet row, String account) throws SQLException {
        return new PaymentOrder(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("contract_id"),
                row.getString("pack"),
                row.getString("product"),
                row.getString("subject"),
                row.getLong("amount_fen"),
                row.getString("payee_name"),
                row.getString("payee_bank"),
                account,
                row.getString("payee_told"),
                PaymentOrder.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("raised_by"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("file_id", Long.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("bank_reference"),
                row.getString("reason"),
                row.getBoolean("beyond_debt"));
    }
}
