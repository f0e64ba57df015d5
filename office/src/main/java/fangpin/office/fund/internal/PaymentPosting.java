package fangpin.office.fund.internal;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.fund.AccountKind;
import fangpin.office.fund.EntryReason;
import fangpin.office.fund.FundAccount;
import fangpin.office.fund.Movement;
import fangpin.office.fund.PaymentOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 付款入账: the debt gets less, and the insurer's money with it. */
@Component
public final class PaymentPosting {
    private static final RowMapper<FundAccount> ACCOUNT = (row, number) -> new FundAccount(
            AccountKind.of(row.getString("kind")),
            row.getObject("contract_id", Long.class),
            row.getString("pack"),
            row.getString("product"),
            row.getString("holder"),
            row.getString("path"));

    private static final String OWED = """
            select account.* from fund.payment_order join fund.account on account.id = owed_id where payment_order.id = ?
            """;
    private static final String SOURCE = """
            select account.* from fund.payment_order join fund.account on account.id = source_id where payment_order.id = ?
            """;

    private final JdbcClient database;
    private final Journal journal;
    private final OrderRows orders;

    PaymentPosting(JdbcClient database, Journal journal, OrderRows orders) {
        this.database = database;
        this.journal = journal;
        this.orders = orders;
    }

    /** Posts a payment that the bank made, and ends its order. */
    void paid(Actor actor, PaymentOrder order, String reference, LocalDate today) {
        long entry = post(actor, order, EntryReason.PAYMENT, new Fen(order.amountFen()), null, today);
        orders.end(order.id(), PaymentOrder.State.PAID, "", reference, entry, today);
    }

    /** Posts that a payment came back after it was paid: it is owed again, and the money is there again. */
    public void cameBack(Actor actor, PaymentOrder order, String reason, LocalDate today) {
        Long paid = database.sql("select entry_id from fund.payment_order where id = ?")
                .param(order.id())
                .query(Long.class)
                .single();
        post(actor, order, EntryReason.PAYMENT_BACK, new Fen(-order.amountFen()), paid, today);
        String reference = Objects.requireNonNullElse(order.bankReference(), "");
        orders.end(order.id(), PaymentOrder.State.RETURNED, reason, reference, null, today);
    }

    private long post(
            Actor actor, PaymentOrder order, EntryReason reason, Fen amount, @Nullable Long reverses, LocalDate today) {
        return journal.post(
                actor,
                new Movement(
                        order.path(),
                        today,
                        reason,
                        "order/" + order.id(),
                        null,
                        "",
                        List.of(
                                new Movement.Line(account(OWED, order), amount),
                                new Movement.Line(account(SOURCE, order), amount.negated())),
                        reverses));
    }

    private FundAccount account(String sql, PaymentOrder order) {
        return database.sql(sql).param(order.id()).query(ACCOUNT).single();
    }
}
