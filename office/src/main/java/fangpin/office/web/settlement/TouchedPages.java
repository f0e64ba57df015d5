package fangpin.office.web.settlement;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Touched;
import fangpin.office.settlement.YearAccounts;
import fangpin.office.settlement.YearChecks;
import fangpin.office.web.Desk;
import fangpin.office.web.FirstRows;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 复算与核查页: year accounts worked out anew, what the night found, and settlements whose cover changed later. */
@Controller
public class TouchedPages {
    private static final int ROWS = 200;

    private final Touched touched;
    private final YearAccounts years;
    private final YearChecks nights;

    TouchedPages(Touched touched, YearAccounts years, YearChecks nights) {
        this.touched = touched;
        this.years = years;
        this.nights = nights;
    }

    /** 复算页. */
    public record RecomputePage(YearAccounts.Recomputation now, List<YearChecks.Finding> nights) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/recompute")
    PageView recompute(Desk desk) {
        return PageView.of(
                "settlement/recompute.jte",
                SettlementPages.page(desk).under(desk.words().of("web.place.settlements"), "/settlements"),
                new RecomputePage(years.recompute(desk.actor()), nights.latest(desk.actor())));
    }

    /** 参保变动涉及的结算页. */
    public record TouchedPage(FirstRows<Bill> bills, boolean checking, Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/touched")
    PageView list(Desk desk) {
        return list(desk, null);
    }

    private PageView list(Desk desk, Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "settlement/touched.jte",
                SettlementPages.page(desk).under(desk.words().of("web.place.settlements"), "/settlements"),
                new TouchedPage(
                        FirstRows.of(ROWS, most -> touched.open(desk.actor(), most)),
                        desk.actor().may(Right.COST_CHECK),
                        refused));
    }

    @Needs(Right.COST_CHECK)
    @PostMapping("/settlements/touched/{id}")
    View stands(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String note) {
        return switch (touched.stands(desk.actor(), id, note, desk.today())) {
            case Answer.Done<Long> done -> See.other("/settlements/touched");
            case Answer.Refused<Long> refused -> list(desk, refused).withStatus(422);
        };
    }
}
