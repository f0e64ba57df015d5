package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectItem;
import fangpin.office.project.ProjectPlans;
import fangpin.office.project.Projects;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 项目申报: the form of a plan. */
@Controller
public class ProjectPlanPages {
    private final Projects projects;
    private final ProjectPlans plans;
    private final ScopedWork work;
    private final Divisions divisions;
    private final Laws laws;

    ProjectPlanPages(Projects projects, ProjectPlans plans, ScopedWork work, Divisions divisions, Laws laws) {
        this.projects = projects;
        this.plans = plans;
        this.work = work;
        this.divisions = divisions;
        this.laws = laws;
    }

    /**
     * 申报表.
     *
     * @param project the one that is changed; null for a new one
     * @param places it can be for
     */
    public record PlanForm(
            @Nullable Project project,
            List<Division> places,
            List<ProjectItem> items,
            List<Law> laws,
            Typed typed,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.PROJECT_WRITE)
    @GetMapping("/projects/new")
    PageView form(Desk desk) {
        int year = desk.today().getYear();
        Typed typed = Typed.of(Map.of(
                "place",
                desk.actor().scope().path(),
                "year",
                Integer.toString(year),
                "startsOn",
                desk.today().toString(),
                "endsOn",
                year + "-12-31"));
        return page(desk, null, typed, null);
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects")
    View draft(Desk desk, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        return switch (ProjectForm.plan(typed).then(plan -> plans.draft(desk.actor(), plan, desk.today()))) {
            case Answer.Done<Long>(Long id) -> See.other("/projects/" + id);
            case Answer.Refused<Long> refused -> page(desk, null, typed, refused);
        };
    }

    @Needs(Right.PROJECT_WRITE)
    @GetMapping("/projects/{id}/change")
    PageView change(Desk desk, @PathVariable long id) {
        Project project = find(desk, id);
        return page(desk, project, ProjectForm.of(project.plan()), null);
    }

    @Needs(Right.PROJECT_WRITE)
    @PostMapping("/projects/{id}/change")
    View change(Desk desk, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Typed typed = Typed.of(fields);
        Project project = find(desk, id);
        Answer<Project> changed =
                ProjectForm.plan(typed).then(plan -> plans.change(desk.actor(), id, typed.version(), plan));
        return switch (changed) {
            case Answer.Done<Project> done -> See.other("/projects/" + id);
            case Answer.Refused<Project> refused -> page(desk, project, typed, refused);
        };
    }

    private Project find(Desk desk, long id) {
        return projects.find(desk.actor(), id)
                .orElseThrow(NotFoundException::new)
                .project();
    }

    private PageView page(Desk desk, @Nullable Project project, Typed typed, Answer.@Nullable Refused<?> refused) {
        String path = project == null ? desk.actor().scope().path() : project.path();
        List<ProjectItem> items = plans.items(desk.actor(), path);
        PageView view = work.read(
                desk.actor(),
                () -> PageView.of(
                        "project/form.jte",
                        ProjectPages.page(desk).under(desk.words().of("web.place.projects"), "/projects"),
                        new PlanForm(
                                project,
                                project == null
                                        ? places(path)
                                        : divisions.find(path).stream().toList(),
                                items,
                                laws.of(plans.clausesOfPlans(desk.actor(), path).toArray(String[]::new)),
                                typed,
                                refused)));
        return refused == null ? view : view.withStatus(422);
    }

    /** One's own place; for a town its villages too. */
    private List<Division> places(String path) {
        List<Division> places = new ArrayList<>(divisions.find(path).stream().toList());
        if (!places.isEmpty() && places.getFirst().kind() == Division.Kind.TOWN) {
            places.addAll(divisions.below(path));
        }
        return List.copyOf(places);
    }
}
