package fangpin.office.fund.internal;

import fangpin.office.access.Right;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.register.TimelineEvent;
import fangpin.office.register.TimelineSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What payments tell on a person's page: money that the bank paid for his claims and paper bills, and what came back. */
@Component
final class OrderTimeline implements TimelineSource {
    private final JdbcClient database;

    OrderTimeline(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<TimelineEvent> eventsOf(long personId) {
        return database.sql("""
                        select payment_order.id, payment_order.state, payment_order.amount_fen, payment_order.ended_on, payment_order.reason
                        from fund.payment_order
                        where payment_order.state in ('paid', 'returned') and payment_order.owed_id in (
                            select posting.account_id from fund.entry
                            join fund.posting on posting.entry_id = entry.id
                            join fund.account on account.id = posting.account_id and account.kind = 'owed-to-person'
                            where entry.person_id = ?)
                        """)
                .param(personId)
                .query((row, number) -> {
                    boolean paid = row.getString("state").equals(PaymentOrder.State.PAID.word());
                    return new TimelineEvent(
                            row.getObject("ended_on", LocalDate.class),
                            paid ? "fund.event.paid" : "fund.event.returned",
                            paid ? List.of() : List.of(row.getString("reason")),
                            "",
                            paid ? row.getLong("amount_fen") : null,
                            "/payments/" + row.getLong("id"),
                            Right.LEDGER_READ);
                })
                .list();
    }
}
