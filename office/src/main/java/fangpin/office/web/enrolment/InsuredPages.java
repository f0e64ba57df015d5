package fangpin.office.web.enrolment;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.DaysPremium;
import fangpin.office.enrolment.InsuredPeople;
import fangpin.office.enrolment.InsuredPerson;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 参保人员: who is covered on a day. */
@Controller
public class InsuredPages {
    private static final int ROWS = 50;

    private final InsuredPeople insured;
    private final Adoptions adoptions;
    private final PolicyLibrary library;
    private final Divisions divisions;
    private final ScopedWork work;

    InsuredPages(
            InsuredPeople insured, Adoptions adoptions, PolicyLibrary library, Divisions divisions, ScopedWork work) {
        this.insured = insured;
        this.adoptions = adoptions;
        this.library = library;
        this.divisions = divisions;
        this.work = work;
    }

    /** A product of a pack in use. */
    public record Choice(PolicyPack pack, Product product) {
        /** As a form names it. */
        public String id() {
            return pack.id() + "." + product.id();
        }
    }

    /**
     * 参保人员页.
     *
     * @param byDays what those behind a premium cost by days (R10); null where full periods are charged, or no premium is asked for
     */
    public record PeoplePage(
            List<Choice> choices,
            Query query,
            LocalDate day,
            List<Division> places,
            long total,
            List<InsuredPerson> people,
            @Nullable InsuredPerson next,
            @Nullable DaysPremium byDays) {
        /** What one of them costs. */
        public Optional<DaysPremium.Day> costs(InsuredPerson person) {
            return byDays == null
                    ? Optional.empty()
                    : byDays.days().stream()
                            .filter(day -> !day.from().isAfter(person.validFrom()))
                            .reduce((first, last) -> last);
        }
    }

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/insured")
    PageView people(
            Desk desk,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") List<String> without,
            @RequestParam(defaultValue = "false") boolean begun,
            @RequestParam(defaultValue = "") String afterPath,
            @RequestParam(defaultValue = "0") long afterPerson) {
        List<Choice> choices = library.packs().stream()
                .flatMap(pack -> adoptions.inUse(desk.actor(), pack.id()).stream())
                .map(used -> used.rules().pack())
                .flatMap(pack -> pack.products().stream().map(one -> new Choice(pack, one)))
                .toList();
        LocalDate shown = ContractPages.day(day).orElse(desk.today());
        String scope = desk.actor().scope().path();
        String within = place.startsWith(scope) ? place : scope;
        List<Division> places = work.read(
                desk.actor(),
                () -> Stream.concat(divisions.find(within).stream(), divisions.below(within).stream())
                        .toList());
        Choice choice = choices.stream()
                .filter(one -> one.id().equals(product))
                .findFirst()
                .orElse(choices.isEmpty() ? null : choices.getFirst());
        Query query = Query.of("/insured")
                .with("product", choice == null ? "" : choice.id())
                .with("place", place)
                .with("day", day)
                .with("without", String.join(",", without))
                .with("begun", begun ? "true" : "");
        if (choice == null) {
            return PageView.of(
                    "enrolment/insured.jte",
                    page(desk),
                    new PeoplePage(choices, query, shown, places, 0, List.of(), null, null));
        }
        InsuredPeople.Question asked =
                new InsuredPeople.Question(choice.pack().id(), choice.product().id(), within, without, shown, begun);
        List<InsuredPerson> found = insured.page(desk.actor(), asked, afterPath, afterPerson, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<InsuredPerson> rows = more ? found.subList(0, ROWS) : found;
        return PageView.of(
                "enrolment/insured.jte",
                page(desk),
                new PeoplePage(
                        choices,
                        query,
                        shown,
                        places,
                        insured.count(desk.actor(), asked),
                        rows,
                        more ? rows.getLast() : null,
                        begun ? byDays(desk, choice.product(), asked) : null));
    }

    private @Nullable DaysPremium byDays(Desk desk, Product product, InsuredPeople.Question asked) {
        return DaysPremium.charges(product) ? DaysPremium.of(product, insured.starts(desk.actor(), asked)) : null;
    }

    private static Page page(Desk desk) {
        return new Page(desk, desk.words().of(Place.INSURED.key()), List.of(), Place.INSURED);
    }
}
