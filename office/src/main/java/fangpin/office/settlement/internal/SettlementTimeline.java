package fangpin.office.settlement.internal;

import fangpin.office.register.TimelineEvent;
import fangpin.office.register.TimelineSource;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Decision;
import fangpin.office.settlement.ReferredBill;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What settlement adds to a person's page: each bill with what the cover paid for it, and those that wait. */
@Component
class SettlementTimeline implements TimelineSource {
    private final SettlementRows rows;
    private final ReferredRows waiting;

    SettlementTimeline(SettlementRows rows, ReferredRows waiting) {
        this.rows = rows;
        this.waiting = waiting;
    }

    @Override
    public List<TimelineEvent> eventsOf(long personId) {
        return Stream.concat(
                        rows.ofPerson(personId).stream().map(SettlementTimeline::settled),
                        waiting.ofPerson(personId).stream()
                                .filter(bill -> bill.state() != ReferredBill.State.SETTLED)
                                .map(SettlementTimeline::waits))
                .toList();
    }

    private static TimelineEvent settled(Bill bill) {
        return new TimelineEvent(
                bill.dischargedOn(),
                bill.latest().kind() == Decision.Kind.CANCELLED
                        ? "settlement.event.cancelled"
                        : "settlement.event.settled",
                List.of(bill.hospital().nameChinese(), bill.billNumber()),
                "",
                bill.latest().paidFen(),
                "/settlements/" + bill.id());
    }

    private static TimelineEvent waits(ReferredBill bill) {
        return new TimelineEvent(
                bill.dischargedOn(),
                bill.state() == ReferredBill.State.REFUSED ? "settlement.event.refused" : "settlement.event.waits",
                List.of(bill.hospitalChinese(), bill.billNumber()),
                "",
                null,
                "/settlements/referred");
    }
}
