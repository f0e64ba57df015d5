package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.Costs;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What of cost control waits: checks that are open. */
@Component
class CostWork implements WorkSource {
    private static final int NEWEST = 200;

    private final Costs costs;

    CostWork(Costs costs) {
        this.costs = costs;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.COST_CHECK)) {
            return List.of();
        }
        return costs.checks(desk.actor(), NEWEST).stream()
                .filter(one -> one.closedOn() == null)
                .limit(most)
                .map(one -> new Work(
                        "settlement.work.cost-check",
                        List.of(YearMonth.from(one.month()).toString()),
                        one.name(),
                        "WH3 §3.1",
                        null,
                        "/costs?month=" + YearMonth.from(one.month()) + "&by="
                                + one.by().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
