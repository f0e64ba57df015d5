package fangpin.office.web.enrolment;

import fangpin.kernel.allocation.Measure;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.StaffNames;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.StatedFigure;
import fangpin.office.enrolment.StatedFigures;
import fangpin.office.fund.Yuan;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import fangpin.office.web.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 参保基数与结余: figures of the premium that no register counts, stated by one and approved by another. */
@Controller
public class PremiumFigurePages {
    private final StatedFigures figures;
    private final PolicyLibrary library;
    private final Adoptions adoptions;
    private final Divisions divisions;
    private final ScopedWork work;
    private final StaffNames staff;

    PremiumFigurePages(
            StatedFigures figures,
            PolicyLibrary library,
            Adoptions adoptions,
            Divisions divisions,
            ScopedWork work,
            StaffNames staff) {
        this.figures = figures;
        this.library = library;
        this.adoptions = adoptions;
        this.divisions = divisions;
        this.work = work;
        this.staff = staff;
    }

    /** What was typed, for the form. */
    public record Typed(String measure, String division, String value, String asOf, String source) {}

    /** 参保基数与结余页. */
    public record FiguresPage(
            PolicyPack pack,
            List<PolicyPack> packs,
            List<Measure> measures,
            List<StatedFigure> figures,
            List<Division> places,
            Map<String, String> names,
            Map<Long, String> staff,
            Typed typed,
            Answer.@Nullable Refused<?> refused) {
        /** What a measure is called. */
        public String measureName(Page page, Show show, String id) {
            return measures.stream()
                    .filter(one -> one.id().equals(id))
                    .map(one -> show.text(one.name()))
                    .findFirst()
                    .orElseGet(() -> page.say("enrolment.figures.carry-over"));
        }

        /** Whether it is money. */
        public boolean money(String id) {
            return measures.stream().noneMatch(one -> one.id().equals(id) && one.unit() == Measure.Unit.PERSONS);
        }
    }

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/premium/figures")
    PageView page(Desk desk, @RequestParam(defaultValue = "") String pack) {
        return page(
                desk,
                pack,
                new Typed("", desk.actor().scope().path(), "", desk.today().toString(), ""),
                null);
    }

    private PageView page(Desk desk, String pack, Typed typed, Answer.@Nullable Refused<?> refused) {
        List<PolicyPack> packs = library.packs().stream()
                .flatMap(one -> adoptions.inUse(desk.actor(), one.id()).stream())
                .map(used -> used.rules().pack())
                .filter(one -> one.funds().premium() != null)
                .toList();
        PolicyPack shown = packs.stream()
                .filter(one -> one.id().equals(pack) || pack.isEmpty())
                .findFirst()
                .orElseThrow(NotFoundException::new);
        List<StatedFigure> found = figures.list(desk.actor(), shown.id());
        String scope = desk.actor().scope().path();
        List<Division> places = work.read(desk.actor(), () -> {
            List<Division> all = new ArrayList<>(divisions.find(scope).stream().toList());
            all.addAll(divisions.below(scope));
            return all;
        });
        return PageView.of(
                "enrolment/figures.jte",
                new Page(desk, desk.words().of("enrolment.figures"), List.of(), Place.PREMIUM)
                        .under(desk.words().of("web.place.premium"), "/premium?pack=" + shown.id()),
                new FiguresPage(
                        shown,
                        packs,
                        figures.measures(shown.id()),
                        found,
                        places,
                        names(desk, found),
                        staff.namesOf(found.stream()
                                .flatMap(one -> Stream.of(one.enteredBy(), one.answeredBy()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())),
                        typed,
                        refused));
    }

    private Map<String, String> names(Desk desk, List<StatedFigure> found) {
        return work.read(desk.actor(), () -> {
            Map<String, String> names = new HashMap<>();
            for (StatedFigure one : found) {
                divisions
                        .find(one.path())
                        .ifPresent(place -> names.put(one.path(), Show.to(desk).division(place)));
            }
            return names;
        });
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/premium/figures")
    View state(
            Desk desk,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String source) {
        Typed typed = new Typed(measure, division, value, asOf, source);
        Optional<LocalDate> day = ContractPages.day(asOf);
        OptionalLong read = read(pack, measure, value.strip().replace(",", ""));
        Answer<Long> answer = day.isEmpty()
                ? Answer.refused(EnrolmentRefusal.BAD_PERIOD)
                : read.isEmpty()
                        ? Answer.refused(EnrolmentRefusal.BAD_AMOUNT)
                        : figures.state(
                                desk.actor(),
                                new StatedFigures.Told(pack, measure, division, read.getAsLong(), day.get(), source),
                                desk.today());
        return switch (answer) {
            case Answer.Done<Long> done -> See.other("/premium/figures?pack=" + pack);
            case Answer.Refused<Long> refused ->
                page(desk, pack, typed, refused).withStatus(422);
        };
    }

    /** Persons are whole numbers, money is yuan. */
    private OptionalLong read(String pack, String measure, String value) {
        boolean persons = figures.measures(pack).stream()
                .anyMatch(one -> one.id().equals(measure) && one.unit() == Measure.Unit.PERSONS);
        if (!persons) {
            return Yuan.fen(value);
        }
        return value.matches("[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/premium/figures/{id}/approve")
    View approve(Desk desk, @PathVariable long id) {
        return answer(desk, figures.approve(desk.actor(), id, desk.today()));
    }

    @Needs(Right.ENROLMENT_APPROVE)
    @PostMapping("/premium/figures/{id}/refuse")
    View refuse(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return answer(desk, figures.refuse(desk.actor(), id, reason, desk.today()));
    }

    private View answer(Desk desk, Answer<StatedFigure> answer) {
        return switch (answer) {
            case Answer.Done<StatedFigure>(StatedFigure done) -> See.other("/premium/figures?pack=" + done.pack());
            case Answer.Refused<StatedFigure> refused ->
                page(desk, "", new Typed("", "", "", desk.today().toString(), ""), refused)
                        .withStatus(422);
        };
    }
}
