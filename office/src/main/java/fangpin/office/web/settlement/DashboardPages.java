package fangpin.office.web.settlement;

import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.Contract;
import fangpin.office.enrolment.InsuredPeople;
import fangpin.office.fund.Corridor;
import fangpin.office.fund.Corridors;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.CostLimits;
import fangpin.office.settlement.SettlementFigures;
import fangpin.office.web.Addresses;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 保险看板: who is insured, what was paid for it, what it paid, and how long it took; every figure leads to what it is made of. */
@Controller
public class DashboardPages {
    private static final int ROWS = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final SettlementFigures figures;
    private final InsuredPeople insured;
    private final Corridors corridors;
    private final CostLimits limits;
    private final PolicyLibrary library;

    DashboardPages(
            SettlementFigures figures,
            InsuredPeople insured,
            Corridors corridors,
            CostLimits limits,
            PolicyLibrary library) {
        this.figures = figures;
        this.insured = insured;
        this.corridors = corridors;
        this.limits = limits;
        this.library = library;
    }

    /** 参保与保费: a contract's product. */
    public record CoverLine(Corridor corridor, long persons) {}

    /**
     * 一层支付.
     *
     * @param address of the bills that it is made of
     */
    public record Layer(String name, long fen, String address) {}

    /** 支付构成: a product's payers in the pack's order, then what is left to persons; they sum to the total. */
    public record Layers(SettlementFigures.ProductLine product, List<Layer> layers) {
        public Layers {
            layers = List.copyOf(layers);
        }

        /** So many of ten thousand of the total; 0 where there is none. */
        public long share(Layer layer) {
            return product.totalFen() == 0 ? 0 : Math.multiplyExact(layer.fen(), 10_000) / product.totalFen();
        }
    }

    /** 看板页. */
    public record DashboardPage(
            int year,
            LocalDate day,
            List<CoverLine> covers,
            List<SettlementFigures.ClassLine> classes,
            List<Layers> layers,
            SettlementFigures.Waiting waiting,
            CostLimits limits,
            PolicyLibrary library) {
        /** Whether a class is above the line: exactly. */
        public boolean above(SettlementFigures.ClassLine line) {
            return line.selfFen() * 100 > line.eligibleFen() * limits.selfPercent();
        }
    }

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/dashboard")
    PageView overview(Desk desk, @RequestParam(defaultValue = "") String year) {
        LocalDate from = year(desk, year);
        int shown = from.getYear();
        LocalDate until = from.plusYears(1);
        LocalDate day = desk.today().isBefore(until) ? desk.today() : until.minusDays(1);
        return PageView.of(
                "settlement/dashboard.jte",
                page(desk, "web.place.dashboard"),
                new DashboardPage(
                        shown,
                        day,
                        covers(desk, from, until, day),
                        figures.classes(desk.actor(), from, until, limits.selfPercent()),
                        figures.products(desk.actor(), from, until).stream()
                                .map(line -> new Layers(line, layers(desk, line, shown)))
                                .toList(),
                        figures.waiting(desk.actor(), from, until),
                        limits,
                        library));
    }

    /** The contracts of the year, to who may see both the insured and the money. */
    private List<CoverLine> covers(Desk desk, LocalDate from, LocalDate until, LocalDate day) {
        if (!desk.actor().may(Right.ENROLMENT_READ) || !desk.actor().may(Right.LEDGER_READ)) {
            return List.of();
        }
        return corridors.all(desk.actor(), desk.today()).stream()
                .filter(one -> holds(one.contract(), from, until))
                .map(one -> new CoverLine(
                        one,
                        insured.count(
                                desk.actor(),
                                new InsuredPeople.Question(
                                        one.contract().pack(),
                                        one.product(),
                                        desk.actor().scope().path(),
                                        List.of(),
                                        day,
                                        false))))
                .toList();
    }

    private static boolean holds(Contract contract, LocalDate from, LocalDate until) {
        return contract.validFrom().isBefore(until) && contract.validTo().isAfter(from);
    }

    private List<Layer> layers(Desk desk, SettlementFigures.ProductLine line, int year) {
        Show show = Show.to(desk);
        List<Layer> layers = new ArrayList<>();
        Optional<PolicyPack> pack = library.pack(line.pack());
        for (Product product :
                pack.flatMap(found -> found.product(line.product())).stream().toList()) {
            for (PayerLayer layer : product.layers()) {
                List<String> inputs = product.program().inputs();
                String name =
                        layer.computed() || layer.register() >= inputs.size() ? "paid" : inputs.get(layer.register());
                long fen =
                        name.equals("paid") ? line.paidFen() : line.amountsFen().getOrDefault(name, 0L);
                layers.add(new Layer(show.text(layer.name()), fen, bills(year, "", name)));
            }
        }
        layers.add(new Layer(desk.words().of("settlement.cost.self"), line.selfFen(), bills(year, "", "self")));
        layers.add(new Layer(
                desk.words().of("settlement.ineligible"), line.ineligibleFen(), bills(year, "", "ineligible")));
        return layers;
    }

    private static String bills(int year, String category, String amount) {
        return "/dashboard/bills?year=" + year + "&category=" + Addresses.encode(category) + "&amount="
                + Addresses.encode(amount);
    }

    /** 数字背后的账单. */
    public record BillsPage(int year, String category, String amount, List<SettlementFigures.Line> lines) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/dashboard/bills")
    PageView bills(
            Desk desk,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "total") String amount) {
        LocalDate from = year(desk, year);
        return PageView.of(
                "settlement/dashboard-bills.jte",
                below(desk, "settlement.dash.bills", from),
                new BillsPage(
                        from.getYear(),
                        category,
                        amount,
                        figures.bills(desk.actor(), from, from.plusYears(1), category, amount, ROWS)));
    }

    /** The first day of the year that was asked for, or of this one. */
    static LocalDate year(Desk desk, String asked) {
        int year = asked.matches("[0-9]{4}") ? Integer.parseInt(asked) : 0;
        return LocalDate.of(
                year >= FIRST_YEAR && year <= LAST_YEAR ? year : desk.today().getYear(), 1, 1);
    }

    /** 数字背后的人. */
    public record PersonsPage(
            int year, String category, boolean above, List<SettlementFigures.PersonLine> lines, CostLimits limits) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/dashboard/persons")
    PageView persons(
            Desk desk,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "false") boolean above) {
        LocalDate from = year(desk, year);
        return PageView.of(
                "settlement/dashboard-persons.jte",
                below(desk, "settlement.dash.persons-behind", from),
                new PersonsPage(
                        from.getYear(),
                        category,
                        above,
                        figures.persons(
                                desk.actor(),
                                from,
                                from.plusYears(1),
                                category,
                                above ? limits.selfPercent() : -1,
                                ROWS),
                        limits));
    }

    /** 出院到付款的账单. */
    public record WaitsPage(int year, boolean paid, List<SettlementFigures.WaitLine> lines) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/dashboard/waits")
    PageView waits(
            Desk desk,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "false") boolean paid) {
        LocalDate from = year(desk, year);
        return PageView.of(
                "settlement/dashboard-waits.jte",
                below(desk, "settlement.dash.waiting", from),
                new WaitsPage(from.getYear(), paid, figures.waits(desk.actor(), from, from.plusYears(1), paid, ROWS)));
    }

    private static Page below(Desk desk, String key, LocalDate from) {
        return page(desk, key).under(desk.words().of("web.place.dashboard"), "/dashboard?year=" + from.getYear());
    }

    private static Page page(Desk desk, String key) {
        return new Page(desk, desk.words().of(key), List.of(), Place.DASHBOARD);
    }
}
