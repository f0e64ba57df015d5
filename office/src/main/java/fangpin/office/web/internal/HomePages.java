package fangpin.office.web.internal;

import fangpin.office.access.Actor;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.register.Headcounts;
import fangpin.office.register.StatusKind;
import fangpin.office.web.Bars;
import fangpin.office.web.Desk;
import fangpin.office.web.Home;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.Show;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 今日: the work list, and the county at a glance. */
@Controller
class HomePages {
    private static final int MOST_WORK = 40;

    private final ScopedWork work;
    private final Divisions divisions;
    private final Headcounts headcounts;
    private final List<WorkSource> sources;

    HomePages(ScopedWork work, Divisions divisions, Headcounts headcounts, List<WorkSource> sources) {
        this.work = work;
        this.divisions = divisions;
        this.headcounts = headcounts;
        this.sources = List.copyOf(sources);
    }

    @Needs(Right.DESK)
    @GetMapping("/")
    PageView home(Desk desk) {
        List<Work> waiting = new ArrayList<>();
        for (WorkSource source : sources) {
            waiting.addAll(source.waitingFor(desk, MOST_WORK));
        }
        waiting.sort(Comparator.comparing((Work one) -> one.dueOn() == null ? LocalDate.MAX : one.dueOn()));
        Home home = desk.actor().may(Right.REGISTER_READ)
                ? work.read(desk.actor(), () -> glance(desk, waiting))
                : new Home(waiting, List.of(), new Bars(List.of()), new Bars(List.of()));
        Page page = new Page(desk, desk.words().of("web.place.home"), List.of(), Place.HOME);
        return PageView.of("home.jte", page, home);
    }

    private Home glance(Desk desk, List<Work> waiting) {
        Actor actor = desk.actor();
        String scope = actor.scope().path();
        Map<String, Long> byMeasure = new HashMap<>();
        Map<String, Long> helpedByPlace = new HashMap<>();
        for (Headcounts.Cell cell : headcounts.below(scope, desk.today())) {
            byMeasure.merge(cell.measure(), cell.persons(), Long::sum);
            if (cell.measure().equals(Headcounts.HELPED)) {
                helpedByPlace.merge(cell.path(), cell.persons(), Long::sum);
            }
        }
        return new Home(waiting, figures(desk, byMeasure), kinds(desk, byMeasure), places(desk, helpedByPlace));
    }

    private List<Home.Figure> figures(Desk desk, Map<String, Long> byMeasure) {
        List<Home.Figure> figures = new ArrayList<>();
        for (StatusKind kind : List.of(
                StatusKind.POLICY_BENEFICIARY,
                StatusKind.INSTANT_HELP,
                StatusKind.CONSOLIDATION_HOUSEHOLD,
                StatusKind.SUBSISTENCE_ALLOWANCE)) {
            long persons = byMeasure.getOrDefault(kind.id(), 0L);
            if (persons > 0) {
                figures.add(figure(desk, kind, persons));
            }
        }
        return figures;
    }

    private Home.Figure figure(Desk desk, StatusKind kind, long persons) {
        LocalDate first = desk.today().withDayOfMonth(1);
        long joined = 0;
        long gone = 0;
        for (Headcounts.Movement movement : headcounts.movements(
                desk.actor().scope().path(), kind.id(), first, desk.today().plusDays(1))) {
            joined += movement.joined();
            gone += movement.gone();
        }
        return new Home.Figure(
                kind,
                persons,
                joined,
                gone,
                Query.of("/persons").with("status", kind.id()).address());
    }

    private static Bars kinds(Desk desk, Map<String, Long> byMeasure) {
        Show show = Show.to(desk);
        List<Bars.Bar> bars = new ArrayList<>();
        for (StatusKind kind : StatusKind.values()) {
            long persons = byMeasure.getOrDefault(kind.id(), 0L);
            if (persons > 0) {
                String address = Query.of("/persons").with("status", kind.id()).address();
                bars.add(new Bars.Bar(show.status(kind), persons, address, "fill-supp"));
            }
        }
        return new Bars(bars);
    }

    private Bars places(Desk desk, Map<String, Long> helpedByPlace) {
        Show show = Show.to(desk);
        List<Bars.Bar> bars = new ArrayList<>();
        for (Division division : divisions.below(desk.actor().scope().path())) {
            long persons = helpedByPlace.getOrDefault(division.path(), 0L);
            if (persons > 0) {
                String address =
                        Query.of("/headcounts").with("place", division.path()).address();
                bars.add(new Bars.Bar(show.division(division), persons, address, "fill-basic"));
            }
        }
        bars.sort(Comparator.comparingLong(Bars.Bar::value).reversed());
        return new Bars(bars.size() > 16 ? bars.subList(0, 16) : bars);
    }
}
