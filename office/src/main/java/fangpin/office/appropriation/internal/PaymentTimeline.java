package fangpin.office.appropriation.internal;

import fangpin.office.appropriation.FundPayment;
import fangpin.office.register.TimelineEvent;
import fangpin.office.register.TimelineSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What special funds add to a person's page: each payment that reached him. */
@Component
class PaymentTimeline implements TimelineSource {
    private final JdbcClient database;

    PaymentTimeline(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<TimelineEvent> eventsOf(long personId) {
        return database.sql("""
                        select payment.ended_on, payment.amount_fen, payment.request_id, request.purpose
                        from appropriation.payment join appropriation.request on request.id = payment.request_id
                        where payment.person_id = ? and payment.state = 'paid' order by payment.id
                        """)
                .param(personId)
                .query((row, number) -> new TimelineEvent(
                        row.getObject("ended_on", java.time.LocalDate.class),
                        "appropriation.event." + FundPayment.State.PAID.word(),
                        List.of(row.getString("purpose")),
                        "",
                        row.getLong("amount_fen"),
                        "/fund-requests/" + row.getLong("request_id")))
                .list();
    }
}
