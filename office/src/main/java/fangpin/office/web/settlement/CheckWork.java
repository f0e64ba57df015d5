package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.Touched;
import fangpin.office.settlement.YearChecks;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What of checked settlements waits: year accounts that did not agree last night, settlements whose cover changed later. */
@Component
class CheckWork implements WorkSource {
    private final Touched touched;
    private final YearChecks nights;

    CheckWork(Touched touched, YearChecks nights) {
        this.touched = touched;
        this.nights = nights;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.COST_CHECK)) {
            return List.of();
        }
        Stream<Work> disagreeing = nights.latest(desk.actor()).stream()
                .filter(one -> one.disagreements() > 0)
                .map(one -> new Work(
                        "settlement.work.year-differs",
                        List.of(Integer.toString(one.disagreements())),
                        one.path(),
                        "",
                        null,
                        "/settlements/recompute"));
        Stream<Work> covers = touched.open(desk.actor(), most).stream()
                .map(bill -> new Work(
                        "settlement.work.touched",
                        List.of(bill.billNumber()),
                        bill.personName(),
                        "WH3 §2b",
                        null,
                        "/settlements/touched"));
        return Stream.concat(disagreeing, covers).limit(most).toList();
    }
}
