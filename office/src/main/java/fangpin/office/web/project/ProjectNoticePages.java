package fangpin.office.web.project;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.project.PerformanceGoal;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectNotice;
import fangpin.office.project.ProjectPlans;
import fangpin.office.project.Projects;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 公示榜: the sheet that hangs on the board of a town or village. */
@Controller
public class ProjectNoticePages {
    private final Projects projects;
    private final ProjectPlans plans;
    private final ProjectPages pages;
    private final Laws laws;

    ProjectNoticePages(Projects projects, ProjectPlans plans, ProjectPages pages, Laws laws) {
        this.projects = projects;
        this.plans = plans;
        this.pages = pages;
        this.laws = laws;
    }

    /**
     * 公示榜.
     *
     * @param documents by which it is shown, as people know them
     */
    public record Sheet(
            Project project, String item, ProjectNotice notice, List<PerformanceGoal> goals, List<String> documents) {}

    @Needs(Right.PROJECT_READ)
    @GetMapping("/projects/{id}/notices/{notice}")
    PageView sheet(Desk desk, @PathVariable long id, @PathVariable long notice) {
        Projects.Story story = projects.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        ProjectNotice shown = story.notices().stream()
                .filter(one -> one.id() == notice)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return PageView.of(
                "project/notice.jte",
                new Page(desk, story.project().plan().name(), List.of(), Place.PROJECTS)
                        .under(desk.words().of("web.place.projects"), "/projects")
                        .under(story.project().plan().name(), "/projects/" + id),
                new Sheet(
                        story.project(),
                        ProjectPages.name(pages.items(desk), story.project(), Show.to(desk)),
                        shown,
                        story.goals(),
                        laws.of(plans.clauses(desk.actor(), story.project()).toArray(String[]::new)).stream()
                                .map(Law::document)
                                .distinct()
                                .toList()));
    }
}
