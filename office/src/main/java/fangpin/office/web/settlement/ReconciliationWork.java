package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.Reconciliations;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of reconciliations waits: statements that nobody has closed. */
@Component
class ReconciliationWork implements WorkSource {
    private static final int NEWEST = 200;

    private final Reconciliations reconciliations;

    ReconciliationWork(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.RECONCILIATION_WRITE)) {
            return List.of();
        }
        return reconciliations.newest(desk.actor(), NEWEST).stream()
                .filter(one -> one.closedOn() == null)
                .limit(most)
                .map(one -> new Work(
                        "settlement.work.statement",
                        List.of(YearMonth.from(one.month()).toString(), Integer.toString(one.open())),
                        one.fileName(),
                        "",
                        null,
                        "/reconciliations/" + one.id()))
                .toList();
    }
}
