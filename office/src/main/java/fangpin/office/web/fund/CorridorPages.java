package fangpin.office.web.fund;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.enrolment.Contract;
import fangpin.office.fund.Corridor;
import fangpin.office.fund.Corridors;
import fangpin.office.fund.OperatingCost;
import fangpin.office.fund.OperatingCosts;
import fangpin.office.fund.PaymentRefusal;
import fangpin.office.fund.YearClose;
import fangpin.office.fund.YearCloses;
import fangpin.office.fund.Yuan;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Addresses;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 承保机构盈亏控制: premium, benefits, costs and margin of each contract's products, and the close of their year. */
@Controller
public class CorridorPages {
    private final Corridors corridors;
    private final OperatingCosts costs;
    private final YearCloses closes;
    private final PolicyLibrary library;
    private final StaffNames staff;
    private final Laws laws;

    CorridorPages(
            Corridors corridors,
            OperatingCosts costs,
            YearCloses closes,
            PolicyLibrary library,
            StaffNames staff,
            Laws laws) {
        this.corridors = corridors;
        this.costs = costs;
        this.closes = closes;
        this.library = library;
        this.staff = staff;
        this.laws = laws;
    }

    /** 盈亏一览页. */
    public record CorridorsPage(List<Corridor> corridors, PolicyLibrary library, List<Law> laws) {}

    @Needs(Right.LEDGER_READ)
    @GetMapping("/corridor")
    PageView list(Desk desk) {
        return PageView.of(
                "fund/corridors.jte",
                new Page(desk, desk.words().of("web.place.corridor"), List.of(), Place.CORRIDOR),
                new CorridorsPage(corridors.all(desk.actor(), desk.today()), library, laws.of("LS §6.2", "SD §5")));
    }

    /**
     * 一个险种的盈亏页.
     *
     * @param next contracts that a surplus can go on to
     */
    public record CorridorPage(
            Corridor corridor,
            List<OperatingCost> costs,
            List<Contract> next,
            Map<Long, String> staff,
            PolicyLibrary library,
            List<Law> laws,
            Answer.@Nullable Refused<?> refused) {
        /** The address of this page. */
        public String address() {
            return CorridorPages.address(corridor.contract().id(), corridor.product());
        }

        /** Whether costs may still be entered by who reads. */
        public boolean entersCosts(Actor actor) {
            return actor.may(Right.PAYMENT_RAISE) && corridor.close().isEmpty();
        }

        /** Whether the year can be closed by who reads. */
        public boolean closes(Actor actor, LocalDate today) {
            return actor.may(Right.ENROLMENT_WRITE)
                    && corridor.close().isEmpty()
                    && !today.isBefore(corridor.contract().validTo());
        }
    }

    @Needs(Right.LEDGER_READ)
    @GetMapping("/corridor/{contract}/{product}")
    PageView one(Desk desk, @PathVariable long contract, @PathVariable String product) {
        return one(desk, contract, product, null);
    }

    private PageView one(Desk desk, long contract, String product, Answer.@Nullable Refused<?> refused) {
        Corridor corridor =
                corridors.find(desk.actor(), contract, product, desk.today()).orElseThrow(NotFoundException::new);
        List<OperatingCost> spent = costs.of(desk.actor(), contract, product);
        return PageView.of(
                "fund/corridor.jte",
                new Page(
                                desk,
                                Show.to(desk)
                                        .text(library.productName(
                                                corridor.contract().pack(), product)),
                                List.of(),
                                Place.CORRIDOR)
                        .under(desk.words().of("web.place.corridor"), "/corridor"),
                new CorridorPage(
                        corridor,
                        spent,
                        closes.next(desk.actor(), corridor, desk.today()),
                        staff.namesOf(Stream.concat(
                                        spent.stream().flatMap(one -> Stream.of(one.enteredBy(), one.answeredBy())),
                                        corridor.close().stream()
                                                .flatMap(one -> Stream.of(one.proposedBy(), one.answeredBy())))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())),
                        library,
                        laws.of("LS §6.2", "SD §5", "WH3 §4"),
                        refused));
    }

    private static String address(long contract, String product) {
        return "/corridor/" + contract + "/" + Addresses.encode(product);
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/corridor/{contract}/{product}/costs")
    View cost(
            Desk desk,
            @PathVariable long contract,
            @PathVariable String product,
            @RequestParam Map<String, String> typed) {
        Optional<LocalDate> day = day(typed.get("spentOn"));
        if (day.isEmpty()) {
            return one(desk, contract, product, new Answer.Refused<Long>(PaymentRefusal.BAD_DATE, List.of()))
                    .withStatus(422);
        }
        OperatingCosts.Told told = new OperatingCosts.Told(
                contract,
                product,
                fen(typed.get("amount"), 0),
                day.get(),
                typed.getOrDefault("what", ""),
                typed.getOrDefault("voucher", ""));
        return answer(desk, contract, product, costs.enter(desk.actor(), told, desk.today()));
    }

    @Needs(Right.PAYMENT_APPROVE)
    @PostMapping("/corridor/{contract}/{product}/costs/{id}/post")
    View postCost(Desk desk, @PathVariable long contract, @PathVariable String product, @PathVariable long id) {
        return answer(desk, contract, product, costs.post(desk.actor(), id, desk.today()));
    }

    @Needs(Right.PAYMENT_APPROVE)
    @PostMapping("/corridor/{contract}/{product}/costs/{id}/refuse")
    View refuseCost(
            Desk desk,
            @PathVariable long contract,
            @PathVariable String product,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, contract, product, costs.refuse(desk.actor(), id, reason, desk.today()));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/corridor/{contract}/{product}/close")
    View close(
            Desk desk,
            @PathVariable long contract,
            @PathVariable String product,
            @RequestParam Map<String, String> typed) {
        Optional<YearClose.Way> way = YearClose.Way.of(typed.getOrDefault("way", ""));
        if (way.isEmpty()) {
            return one(desk, contract, product, new Answer.Refused<Long>(PaymentRefusal.FIELD_MISSING, List.of()))
                    .withStatus(422);
        }
        String next = typed.getOrDefault("next", "");
        YearCloses.Wanted wanted = new YearCloses.Wanted(
                contract,
                product,
                fen(typed.get("pending"), -1),
                way.get(),
                next.matches("[0-9]{1,18}") ? Long.valueOf(next) : null,
                typed.getOrDefault("reference", ""),
                way.get() == YearClose.Way.NEXT_PREMIUM ? "WH3 §4" : "SD §5",
                typed.getOrDefault("note", ""));
        return answer(desk, contract, product, closes.propose(desk.actor(), wanted, desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/corridor/{contract}/{product}/close/{id}/agree")
    View agree(Desk desk, @PathVariable long contract, @PathVariable String product, @PathVariable long id) {
        return answer(desk, contract, product, closes.agree(desk.actor(), id, desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/corridor/{contract}/{product}/close/{id}/refuse")
    View refuseClose(
            Desk desk,
            @PathVariable long contract,
            @PathVariable String product,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason) {
        return answer(desk, contract, product, closes.refuse(desk.actor(), id, reason, desk.today()));
    }

    private View answer(Desk desk, long contract, String product, Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long> done -> See.other(address(contract, product));
            case Answer.Refused<Long> refused ->
                one(desk, contract, product, refused).withStatus(422);
        };
    }

    private static Fen fen(@Nullable String typed, long otherwise) {
        return new Fen(
                typed == null
                        ? otherwise
                        : Yuan.fen(typed.strip().replace(",", "")).orElse(otherwise));
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        return TypedDay.of(typed);
    }
}
