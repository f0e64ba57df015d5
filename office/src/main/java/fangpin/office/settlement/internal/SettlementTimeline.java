package fangpin.office.settlement.internal;

import fangpin.office.register.TimelineEvent;
import fangpin.office.register.TimelineSource;
import fangpin.office.settlement.Decision;
import java.util.List;
import org.springframework.stereotype.Component;

/** What settlement adds to a person's page: each bill with what the cover paid for it. */
@Component
class SettlementTimeline implements TimelineSource {
    private final SettlementRows rows;

    SettlementTimeline(SettlementRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TimelineEvent> eventsOf(long personId) {
        return rows.ofPerson(personId).stream()
                .map(bill -> new TimelineEvent(
                        bill.dischargedOn(),
                        bill.latest().kind() == Decision.Kind.CANCELLED
                                ? "settlement.event.cancelled"
                                : "settlement.event.settled",
                        List.of(bill.hospital().nameChinese(), bill.billNumber()),
                        "",
                        bill.latest().paidFen(),
                        "/settlements/" + bill.id()))
                .toList();
    }
}
