package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.project.Adjustment;
import fangpin.office.project.Opinion;
import fangpin.office.project.PoolEntries;
import fangpin.office.project.ProjectDecisions;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.project.YearPlans;
import fangpin.office.web.Desk;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What the county decides: departments' argument, the leading group's decision, the pool, exceptions, year plans. */
@Controller
public class ProjectDeciding {
    private final ProjectActions actions;
    private final ProjectDecisions decisions;
    private final PoolEntries entries;
    private final YearPlans years;

    ProjectDeciding(ProjectActions actions, ProjectDecisions decisions, PoolEntries entries, YearPlans years) {
        this.actions = actions;
        this.decisions = decisions;
        this.entries = entries;
        this.years = years;
    }

    @Needs(Right.PROJECT_DECIDE)
    @PostMapping("/projects/{id}/opinions")
    View opinion(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Optional<LocalDate> given = typed.day("givenOn");
        Answer<Long> kept = given.isEmpty()
                ? Answer.refused(ProjectRefusal.BAD_DATE)
                : decisions.opinion(
                        desk.actor(),
                        id,
                        new Opinion(
                                0,
                                typed.in("department"),
                                !typed.in("favourable").equals("false"),
                                typed.in("said"),
                                given.get(),
                                desk.actor().userId()),
                        desk.today());
        return actions.answer(desk, id, typed, kept);
    }

    @Needs(Right.PROJECT_DECIDE)
    @PostMapping("/projects/{id}/argue")
    View argue(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, decisions.argue(desk.actor(), id, typed.version(), typed.in("opinion"), desk.today()));
    }

    @Needs(Right.PROJECT_DECIDE)
    @PostMapping("/projects/{id}/decide")
    View decide(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk,
                id,
                typed,
                decisions.decide(
                        desk.actor(),
                        id,
                        typed.version(),
                        !typed.in("outcome").equals("no"),
                        typed.in("document"),
                        typed.in("opinion"),
                        desk.today()));
    }

    @Needs(Right.PROJECT_DECIDE)
    @PostMapping("/projects/{id}/pool")
    View pool(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(desk, id, typed, entries.enter(desk.actor(), id, typed.version(), desk.today()));
    }

    @Needs(Right.PROJECT_DECIDE)
    @PostMapping("/projects/{id}/exceptions/{exception}")
    View except(
            Desk desk, @PathVariable long id, @PathVariable long exception, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk,
                id,
                typed,
                entries.decide(
                        desk.actor(),
                        id,
                        exception,
                        !typed.in("outcome").equals("no"),
                        typed.in("answer"),
                        typed.day("dueOn").orElse(null),
                        desk.today()));
    }

    @Needs(Right.PROJECT_DECIDE)
    @PostMapping("/projects/{id}/adjustments")
    View adjust(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Optional<Adjustment.Kind> kind = typed.choice(Adjustment.Kind.class, "kind");
        Answer<Long> proposed = kind.isEmpty()
                ? Answer.refused(ProjectRefusal.MISSING_FIELD)
                : years.propose(
                        desk.actor(),
                        id,
                        kind.get(),
                        typed.isSet("year") ? typed.count("year") : null,
                        typed.in("reason"),
                        desk.today());
        return actions.answer(desk, id, typed, proposed);
    }

    @Needs(Right.PROJECT_DECIDE)
    @PostMapping("/projects/{id}/adjustments/{adjustment}")
    View adjust(
            Desk desk, @PathVariable long id, @PathVariable long adjustment, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk,
                id,
                typed,
                years.decide(
                        desk.actor(),
                        id,
                        adjustment,
                        !typed.in("outcome").equals("no"),
                        typed.in("answer"),
                        desk.today()));
    }
}
