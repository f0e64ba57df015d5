package fangpin.office.web.settlement;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.CostLimits;
import fangpin.office.settlement.Costs;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.web.Desk;
import fangpin.office.web.FirstRows;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.office.web.TypedDay;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 费用控制页: a month by hospital or person, what stands out first; the bills behind each figure; checks. */
@Controller
public class CostPages {
    private static final int ROWS = 200;

    private final Costs costs;
    private final CostLimits limits;

    CostPages(Costs costs, CostLimits limits) {
        this.costs = costs;
        this.limits = limits;
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.costs"), List.of(), Place.COSTS);
    }

    /** 费用控制首页. */
    public record CostPage(
            Costs.By by,
            YearMonth month,
            FirstRows<Costs.Line> lines,
            CostLimits limits,
            FirstRows<Costs.Check> checks,
            boolean checking,
            Answer.@Nullable Refused<?> refused) {
        /** A share as percent with one decimal. */
        public static String percent(long permille) {
            return permille / 10 + "." + permille % 10 + "%";
        }

        /** A line's name: a person's as this reader may see it. */
        public static String name(Costs.Line line, Show show, boolean chinese) {
            return switch (line.by()) {
                case HOSPITAL, DEPARTMENT -> chinese ? line.nameChinese() : line.nameEnglish();
                case PERSON -> show.name(line.nameChinese());
            };
        }
    }

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/costs")
    PageView costs(
            Desk desk,
            @RequestParam(defaultValue = "hospital") String by,
            @RequestParam(defaultValue = "") String month) {
        return costs(desk, of(by), month(desk, month), null);
    }

    private PageView costs(Desk desk, Costs.By by, YearMonth month, Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "settlement/costs.jte",
                page(desk),
                new CostPage(
                        by,
                        month,
                        FirstRows.of(ROWS, most -> costs.lines(desk.actor(), by, month.atDay(1), most)),
                        limits,
                        FirstRows.of(ROWS, most -> costs.checks(desk.actor(), most)),
                        desk.actor().may(Right.COST_CHECK),
                        refused));
    }

    static Costs.By of(String by) {
        return Arrays.stream(Costs.By.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElse(Costs.By.HOSPITAL);
    }

    static YearMonth month(Desk desk, String month) {
        return YearMonth.from(TypedDay.of(month + "-01").orElse(desk.today()));
    }

    /** 数字背后的账单. */
    public record BillsPage(YearMonth month, FirstRows<Bill> bills) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/costs/bills")
    PageView bills(
            Desk desk,
            @RequestParam(defaultValue = "0") long hospital,
            @RequestParam(defaultValue = "0") long department,
            @RequestParam(defaultValue = "0") long person,
            @RequestParam(defaultValue = "") String month) {
        YearMonth chosen = month(desk, month);
        Costs.By by = person > 0 ? Costs.By.PERSON : department > 0 ? Costs.By.DEPARTMENT : Costs.By.HOSPITAL;
        long subject = Math.max(person, Math.max(department, hospital));
        return PageView.of(
                "settlement/cost-bills.jte",
                page(desk)
                        .under(
                                desk.words().of("web.place.costs"),
                                "/costs?month=" + chosen + "&by=" + by.name().toLowerCase(Locale.ROOT)),
                new BillsPage(
                        chosen,
                        FirstRows.of(ROWS, most -> costs.bills(desk.actor(), by, subject, chosen.atDay(1), most))));
    }

    @Needs(Right.COST_CHECK)
    @PostMapping("/costs/checks")
    View check(
            Desk desk,
            @RequestParam(defaultValue = "hospital") String by,
            @RequestParam(defaultValue = "0") long subject,
            @RequestParam(defaultValue = "") String month) {
        YearMonth chosen = month(desk, month);
        return answer(desk, of(by), chosen, costs.check(desk.actor(), of(by), subject, chosen.atDay(1), desk.today()));
    }

    @Needs(Right.COST_CHECK)
    @PostMapping("/costs/checks/{id}")
    View close(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String note) {
        return answer(
                desk,
                Costs.By.HOSPITAL,
                YearMonth.from(desk.today()),
                costs.close(desk.actor(), id, note, desk.today()));
    }

    private View answer(Desk desk, Costs.By by, YearMonth month, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done ->
                See.other("/costs?month=" + month + "&by=" + by.name().toLowerCase(Locale.ROOT));
            case Answer.Refused<Long> refused
            when refused.reason() == SettlementRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<Long> refused -> costs(desk, by, month, refused).withStatus(422);
        };
    }
}
