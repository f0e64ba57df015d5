package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.ReferredBill;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of waiting bills can be settled by now, and what still waits for a decision. */
@Component
class ReferredWork implements WorkSource {
    private final ReferredBills bills;

    ReferredWork(ReferredBills bills) {
        this.bills = bills;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.SETTLEMENT_READ)) {
            return List.of();
        }
        boolean hospital = desk.actor().may(Right.SETTLEMENT_WRITE);
        boolean office = desk.actor().may(Right.ENROLMENT_WRITE);
        return bills.all(desk.actor(), most).stream()
                .filter(one -> switch (one.state()) {
                    case READY -> hospital;
                    case WAITING, DECIDED -> office;
                    case REFUSED, SETTLED -> false;
                })
                .map(one -> new Work(
                        "settlement.work.referred-" + one.state().name().toLowerCase(java.util.Locale.ROOT),
                        List.of(),
                        one.billNumber() + " " + one.hospitalChinese(),
                        "WH3 §5.4",
                        null,
                        one.state() == ReferredBill.State.WAITING ? "/referrals" : "/settlements/referred"))
                .toList();
    }
}
