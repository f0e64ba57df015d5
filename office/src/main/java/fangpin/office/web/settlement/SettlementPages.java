package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Decision;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Settlements;
import fangpin.office.settlement.YearAccounts;
import fangpin.office.web.Desk;
import fangpin.office.web.Language;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 结算单: the list of bills, a bill's page with every fen of it and every decision. */
@Controller
public class SettlementPages {
    private static final int ROWS = 50;

    private final Settlements settlements;
    private final YearAccounts years;
    private final PolicyLibrary library;
    private final Laws laws;
    private final StaffNames staff;

    SettlementPages(Settlements settlements, YearAccounts years, PolicyLibrary library, Laws laws, StaffNames staff) {
        this.settlements = settlements;
        this.years = years;
        this.library = library;
        this.laws = laws;
        this.staff = staff;
    }

    /** 结算清单. */
    public record BillList(List<Bill> bills, @Nullable Long next) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements")
    PageView list(Desk desk, @RequestParam(defaultValue = "9223372036854775807") long before) {
        List<Bill> found = settlements.list(desk.actor(), before, ROWS + 1);
        List<Bill> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "settlement/list.jte",
                page(desk),
                new BillList(shown, found.size() > ROWS ? shown.getLast().id() : null));
    }

    /** 结算单页: what counts now with its trace, and every decision before it. */
    public record BillPage(
            Bill bill,
            Text product,
            Result result,
            Map<Long, String> staff,
            boolean own,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, null);
    }

    private PageView one(Desk desk, long id, Answer.@Nullable Refused<?> refused) {
        Bill bill = settlements.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Decision shown = bill.decisions().reversed().stream()
                .filter(one -> one.kind() != Decision.Kind.CANCELLED)
                .findFirst()
                .orElseThrow();
        return PageView.of(
                "settlement/bill.jte",
                page(desk).under(desk.words().of("web.place.settlements"), "/settlements"),
                new BillPage(
                        bill,
                        library.productName(bill.pack(), bill.product()),
                        Result.of(settlements.explained(desk.actor(), bill, shown), tongue(desk), laws),
                        staff.namesOf(bill.decisions().stream()
                                .map(Decision::decidedBy)
                                .toList()),
                        !bill.hospital().ofPaper()
                                && desk.actor().scope().holds(bill.hospital().path())
                                && desk.actor().may(Right.SETTLEMENT_WRITE),
                        refused));
    }

    /** 年度账户页. */
    public record YearPage(Bill bill, Text product, YearAccounts.Year year) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/{id}/year")
    PageView year(Desk desk, @PathVariable long id) {
        Bill bill = settlements.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return PageView.of(
                "settlement/year.jte",
                new Page(desk, desk.words().of("settlement.year"), List.of(), Place.SETTLEMENTS)
                        .under(desk.words().of("web.place.settlements"), "/settlements")
                        .under(desk.words().of("settlement.sheet"), "/settlements/" + id),
                new YearPage(bill, library.productName(bill.pack(), bill.product()), years.of(desk.actor(), bill)));
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/{id}/cancel")
    View cancel(
            Desk desk,
            @PathVariable long id,
            @RequestParam int number,
            @RequestParam(defaultValue = "") String reason) {
        return switch (settlements.cancel(desk.actor(), id, number, reason, desk.today())) {
            case Answer.Done<Bill> done -> See.other("/settlements/" + id);
            case Answer.Refused<Bill> refused
            when refused.reason() == SettlementRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<Bill> refused -> one(desk, id, refused).withStatus(422);
        };
    }

    static Text.Language tongue(Desk desk) {
        return desk.language() == Language.CHINESE ? Text.Language.ZH : Text.Language.EN;
    }

    static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.settlements"), List.of(), Place.SETTLEMENTS);
    }
}
