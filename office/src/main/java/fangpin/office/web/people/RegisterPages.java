package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.register.Headcounts;
import fangpin.office.register.InstantHelp;
import fangpin.office.register.Notice;
import fangpin.office.register.OpenFirst;
import fangpin.office.register.PublicNotices;
import fangpin.office.register.StatusKind;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Paged;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Headcounts, the instant-help register, public notices. */
@Controller
public class RegisterPages {
    private static final int ROWS = 50;

    private final ScopedWork work;
    private final Divisions divisions;
    private final Headcounts headcounts;
    private final InstantHelp instantHelp;
    private final PublicNotices notices;
    private final Laws laws;

    RegisterPages(
            ScopedWork work,
            Divisions divisions,
            Headcounts headcounts,
            InstantHelp instantHelp,
            PublicNotices notices,
            Laws laws) {
        this.work = work;
        this.divisions = divisions;
        this.headcounts = headcounts;
        this.instantHelp = instantHelp;
        this.notices = notices;
        this.laws = laws;
    }

    /**
     * 人数统计页: a row a division, a column a measure.
     *
     * @param rows the divisions below, the place itself last when persons are entered on it
     * @param persons by path, then measure
     */
    public record HeadcountPage(
            String place,
            LocalDate day,
            Typed typed,
            List<Division> chain,
            List<Division> rows,
            List<String> measures,
            Map<String, Map<String, Long>> persons,
            List<Law> laws) {
        /** A cell; 0 where nobody is. */
        public long at(String path, String measure) {
            return persons.getOrDefault(path, Map.of()).getOrDefault(measure, 0L);
        }

        /** Whether the list of a row's place holds whom the row counts; beside the divisions below it a place counts only its own. */
        public boolean opens(Division row) {
            return rows.size() == 1 || !row.path().equals(place);
        }

        /** The sum of a column. */
        public long sum(String measure) {
            return persons.values().stream()
                    .mapToLong(row -> row.getOrDefault(measure, 0L))
                    .sum();
        }
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/headcounts")
    PageView headcounts(
            Desk desk, @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String day) {
        Typed typed = Typed.ofDay("day", day, desk.today());
        String path = place.isEmpty() ? desk.actor().scope().path() : place;
        HeadcountPage content = work.read(desk.actor(), () -> count(desk, path, typed));
        return PageView.of("people/headcounts.jte", page(desk, Place.HEADCOUNTS), content)
                .withStatus(typed.isWrong() ? 422 : 200);
    }

    private HeadcountPage count(Desk desk, String path, Typed typed) {
        LocalDate day = typed.day("day").orElse(desk.today());
        Map<String, Map<String, Long>> persons = new LinkedHashMap<>();
        Set<String> measures = new LinkedHashSet<>(List.of(
                StatusKind.POLICY_BENEFICIARY.id(),
                Headcounts.WITHOUT_CITY_STANDARD,
                Headcounts.NON_KEY_VILLAGE,
                Headcounts.AGED_60,
                StatusKind.INSTANT_HELP.id(),
                Headcounts.HELPED));
        for (Headcounts.Cell cell : headcounts.below(path, day)) {
            persons.computeIfAbsent(cell.path(), key -> new LinkedHashMap<>()).put(cell.measure(), cell.persons());
            measures.add(cell.measure());
        }
        List<Division> rows = new java.util.ArrayList<>(divisions.below(path));
        if (persons.containsKey(path)) {
            divisions.find(path).ifPresent(rows::add);
        }
        List<Division> chain = divisions.chain(path).stream()
                .filter(division -> desk.actor().scope().holds(division.path()))
                .toList();
        measures.removeIf(measure -> persons.values().stream().noneMatch(row -> row.containsKey(measure)));
        return new HeadcountPage(
                path,
                day,
                typed,
                chain,
                rows,
                List.copyOf(measures),
                persons,
                laws.of("WH6 §2.1.1", "WH6 §2.2.1", "WH6 §2.2.4"));
    }

    /** 即时帮扶台账页. */
    public record InstantHelpPage(int year, List<InstantHelp.Line> lines, List<Law> laws) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/instant-help")
    PageView instantHelp(Desk desk, @RequestParam(defaultValue = "0") int year) {
        int shown = year < 1990 || year > 2200 ? desk.today().getYear() : year;
        return PageView.of(
                "people/instant-help.jte",
                page(desk, Place.INSTANT_HELP),
                new InstantHelpPage(
                        shown, instantHelp.ofYear(desk.actor(), shown), laws.of("WH10 §1", "WH3 §3.2", "SD §4.2")));
    }

    @Needs(Right.REGISTER_READ)
    @GetMapping("/notices")
    View notices(
            Desk desk,
            @RequestParam(name = "case", defaultValue = "0") long determination,
            @RequestParam(defaultValue = "") String after) {
        if (determination != 0) {
            return See.other(
                    "/notices/" + notices.ofCase(desk.actor(), determination).orElseThrow(NotFoundException::new));
        }
        OpenFirst from = OpenFirst.of(after);
        LocalDate today = desk.today();
        return PageView.of(
                "people/notices.jte",
                page(desk, Place.NOTICES),
                Paged.of(
                        Query.of("/notices"),
                        !from.equals(OpenFirst.START),
                        ROWS,
                        most -> notices.list(desk.actor(), today, from, most),
                        one -> one.rankOn(today).written()));
    }

    /** 公示页. */
    public record NoticePage(Notice notice, Answer.@Nullable Refused<Long> refused) {}

    @Needs(Right.REGISTER_READ)
    @GetMapping("/notices/{id}")
    PageView notice(Desk desk, @PathVariable long id) {
        return notice(desk, id, null);
    }

    private PageView notice(Desk desk, long id, Answer.@Nullable Refused<Long> refused) {
        Notice notice = notices.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Page page = page(desk, Place.NOTICES).under(desk.words().of("web.place.notices"), "/notices");
        return PageView.of("people/notice.jte", page, new NoticePage(notice, refused));
    }

    @Needs(Right.REGISTER_WRITE)
    @PostMapping("/notices/{id}/objections")
    View object(
            Desk desk,
            @PathVariable long id,
            @RequestParam long determination,
            @RequestParam(defaultValue = "") String said) {
        return answer(desk, id, notices.object(desk.actor(), id, determination, said, desk.today()));
    }

    @Needs(Right.REGISTER_APPROVE)
    @PostMapping("/notices/{id}/objections/{objection}")
    View answer(
            Desk desk,
            @PathVariable long id,
            @PathVariable long objection,
            @RequestParam(defaultValue = "") String answer) {
        return answer(desk, id, notices.answer(desk.actor(), objection, answer, desk.today()));
    }

    private View answer(Desk desk, long id, Answer<Long> outcome) {
        return switch (outcome) {
            case Answer.Done<Long> done -> See.other("/notices/" + id);
            case Answer.Refused<Long> refused -> notice(desk, id, refused).withStatus(422);
        };
    }

    private static Page page(Desk desk, Place place) {
        return new Page(desk, desk.words().of(place.key()), List.of(), place);
    }
}
