package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.project.ProjectAssets;
import fangpin.office.project.ProjectDecisions;
import fangpin.office.project.ProjectFinding;
import fangpin.office.project.ProjectFindings;
import fangpin.office.project.ProjectGoals;
import fangpin.office.project.ProjectNotices;
import fangpin.office.project.ProjectRefusal;
import fangpin.office.project.ProjectWorks;
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

/** What the town and the county check: plans, words of the negative list, finished work, findings, titles. */
@Controller
public class ProjectChecking {
    private final ProjectActions actions;
    private final ProjectDecisions decisions;
    private final ProjectNotices notices;
    private final ProjectWorks works;
    private final ProjectFindings findings;
    private final ProjectGoals goals;
    private final ProjectAssets assets;

    ProjectChecking(
            ProjectActions actions,
            ProjectDecisions decisions,
            ProjectNotices notices,
            ProjectWorks works,
            ProjectFindings findings,
            ProjectGoals goals,
            ProjectAssets assets) {
        this.actions = actions;
        this.decisions = decisions;
        this.notices = notices;
        this.works = works;
        this.findings = findings;
        this.goals = goals;
        this.assets = assets;
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/clear")
    View clear(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(desk, id, typed, decisions.clear(desk.actor(), id, typed.in("reason"), desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/check")
    View check(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, decisions.check(desk.actor(), id, typed.version(), typed.in("opinion"), desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/send-back")
    View sendBack(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk,
                id,
                typed,
                decisions.sendBack(desk.actor(), id, typed.version(), typed.in("reason"), desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/objections/{objection}")
    View answer(
            Desk desk, @PathVariable long id, @PathVariable long objection, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, notices.answer(desk.actor(), id, objection, typed.in("answer"), desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/accept")
    View accept(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, works.accept(desk.actor(), id, typed.version(), typed.in("opinion"), desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/reject")
    View reject(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk,
                id,
                typed,
                works.reject(
                        desk.actor(),
                        id,
                        typed.version(),
                        typed.in("opinion"),
                        typed.day("dueOn").orElse(null),
                        desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/findings")
    View find(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Optional<LocalDate> due = typed.day("dueOn");
        Answer<Long> found = due.isEmpty()
                ? Answer.refused(ProjectRefusal.BAD_DATE)
                : findings.find(
                        desk.actor(),
                        id,
                        typed.choice(ProjectFinding.Rule.class, "rule").orElse(ProjectFinding.Rule.OTHER),
                        typed.in("clause"),
                        typed.in("evidence"),
                        typed.in("owner"),
                        due.get(),
                        desk.today());
        return actions.answer(desk, id, typed, found);
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/findings/{finding}/close")
    View close(Desk desk, @PathVariable long id, @PathVariable long finding, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        boolean good = !typed.in("outcome").equals("again");
        return actions.answer(
                desk, id, typed, findings.close(desk.actor(), id, finding, good, typed.in("said"), desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/reviews/{review}/confirm")
    View confirmReview(Desk desk, @PathVariable long id, @PathVariable long review) {
        return actions.answer(desk, id, Typed.none(), goals.confirm(desk.actor(), id, review, desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/assets/{asset}/confirm")
    View confirmAsset(
            Desk desk, @PathVariable long id, @PathVariable long asset, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(
                desk, id, typed, assets.confirm(desk.actor(), id, asset, typed.in("certificate"), desk.today()));
    }

    @Needs(Right.PROJECT_CHECK)
    @PostMapping("/projects/{id}/close")
    View close(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return actions.answer(desk, id, typed, assets.close(desk.actor(), id, typed.version(), desk.today()));
    }
}
