package fangpin.office.web.settlement;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.ReferredBill;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.web.Desk;
import fangpin.office.web.FirstRows;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** 待定账单页: bills that wait until people have decided whether their person is insured. */
@Controller
public class ReferredPages {
    private static final int ROWS = 200;

    private final ReferredBills bills;
    private final PolicyLibrary library;

    ReferredPages(ReferredBills bills, PolicyLibrary library) {
        this.bills = bills;
        this.library = library;
    }

    /**
     * 待定账单清单.
     */
    public record ReferredPage(
            FirstRows<ReferredBill> waiting,
            PolicyLibrary library,
            boolean settles,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/referred")
    PageView page(Desk desk) {
        return page(desk, null);
    }

    private PageView page(Desk desk, Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "settlement/referred.jte",
                SettlementPages.page(desk).under(desk.words().of("web.place.settlements"), "/settlements"),
                new ReferredPage(
                        FirstRows.of(ROWS, most -> bills.all(desk.actor(), most)),
                        library,
                        desk.actor().may(Right.SETTLEMENT_WRITE),
                        refused));
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/referred/{id}")
    View settle(Desk desk, @PathVariable long id) {
        return switch (bills.settle(desk.actor(), id, desk.today())) {
            case Answer.Done<Bill> done ->
                See.other("/settlements/" + done.value().id());
            case Answer.Refused<Bill> refused -> page(desk, refused).withStatus(422);
        };
    }
}
