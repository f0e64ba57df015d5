package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.Reimbursements;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of paper bills waits for somebody: those that another person entered. */
@Component
class ReimbursementWork implements WorkSource {
    private final Reimbursements reimbursements;

    ReimbursementWork(Reimbursements reimbursements) {
        this.reimbursements = reimbursements;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.REIMBURSEMENT_WRITE)) {
            return List.of();
        }
        return reimbursements.waiting(desk.actor()).stream()
                .filter(one -> one.enteredBy() != desk.actor().userId())
                .limit(most)
                .map(one -> new Work(
                        "settlement.work.reimbursement",
                        List.of(one.paper().hospitalName()),
                        one.personName(),
                        "WH3 §5.4",
                        null,
                        "/reimbursements/" + one.id()))
                .toList();
    }
}
