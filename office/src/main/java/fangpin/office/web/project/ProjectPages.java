package fangpin.office.web.project;

import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.StaffNames;
import fangpin.office.project.MoneyLine;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectFiles;
import fangpin.office.project.ProjectItem;
import fangpin.office.project.ProjectMoneySource;
import fangpin.office.project.ProjectNotices;
import fangpin.office.project.ProjectPlans;
import fangpin.office.project.ProjectQuery;
import fangpin.office.project.ProjectStep;
import fangpin.office.project.Projects;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.web.Desk;
import fangpin.office.web.Law;
import fangpin.office.web.Laws;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.Show;
import fangpin.office.web.Typed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The project pool: the list of projects, the page on which one goes its way. */
@Controller
public class ProjectPages {
    private static final int ROWS = 50;

    private final Projects projects;
    private final ProjectPlans plans;
    private final ProjectFiles files;
    private final ProjectNotices notices;
    private final ObjectProvider<ProjectMoneySource> money;
    private final ScopedWork work;
    private final Divisions divisions;
    private final StaffNames staff;
    private final Laws laws;

    ProjectPages(
            Projects projects,
            ProjectPlans plans,
            ProjectFiles files,
            ProjectNotices notices,
            ObjectProvider<ProjectMoneySource> money,
            ScopedWork work,
            Divisions divisions,
            StaffNames staff,
            Laws laws) {
        this.projects = projects;
        this.plans = plans;
        this.files = files;
        this.notices = notices;
        this.money = money;
        this.work = work;
        this.divisions = divisions;
        this.staff = staff;
        this.laws = laws;
    }

    /**
     * 项目清单.
     *
     * @param items the purposes that can be chosen, by pack and id
     * @param chain the place shown and those above it within one's division
     * @param below the places right below it
     * @param next how many are left out on the next page; null when there is none
     */
    public record ProjectList(
            List<Project> projects,
            Map<String, ProjectItem> items,
            List<Division> chain,
            List<Division> below,
            ProjectQuery asked,
            Query query,
            @Nullable Integer next) {
        /** The purpose of a project; its own word where the pack is not in use. */
        public String item(Project project, Show show) {
            return name(items, project, show);
        }
    }

    static String name(Map<String, ProjectItem> items, Project project, Show show) {
        ProjectItem item =
                items.get(project.plan().pack() + "/" + project.plan().item());
        return item == null ? project.plan().item() : show.text(item.name());
    }

    @Needs(Right.PROJECT_READ)
    @GetMapping("/projects")
    PageView list(
            Desk desk,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) Project.@Nullable Stage stage,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "recent") ProjectQuery.Sort sort,
            @RequestParam(defaultValue = "0") int after) {
        String path = within(desk, place);
        ProjectQuery asked = new ProjectQuery(path, year, stage, item, open, sort, Math.max(0, after), ROWS + 1);
        List<Project> found = projects.list(desk.actor(), asked);
        boolean more = found.size() > ROWS;
        Query query = Query.of("/projects")
                .with("place", place)
                .with("year", year)
                .with("stage", stage == null ? "" : Project.word(stage))
                .with("item", item)
                .with("open", open ? "true" : "")
                .with("sort", sort == ProjectQuery.Sort.RECENT ? "" : Project.word(sort));
        return work.read(
                desk.actor(),
                () -> PageView.of(
                        "project/list.jte",
                        page(desk),
                        new ProjectList(
                                more ? found.subList(0, ROWS) : found,
                                items(desk),
                                divisions.chain(path).stream()
                                        .filter(one -> desk.actor().scope().holds(one.path()))
                                        .toList(),
                                divisions.below(path),
                                asked,
                                query,
                                more ? asked.skip() + ROWS : null)));
    }

    static String within(Desk desk, String place) {
        return desk.actor().scope().holds(place) ? place : desk.actor().scope().path();
    }

    /** The purposes of all packs in use, by pack and id. */
    Map<String, ProjectItem> items(Desk desk) {
        Map<String, ProjectItem> items = new TreeMap<>();
        plans.items(desk.actor()).forEach(item -> items.put(item.pack() + "/" + item.id(), item));
        return items;
    }

    /**
     * 项目页.
     *
     * @param item the purpose it serves, in the reader's language
     * @param doer what this reader may do at his level
     * @param laws the clauses that the project rests on
     * @param files by the word of what they belong to
     * @param money what other rooms say of its money
     * @param typed what was typed into the form that was sent back
     * @param refused why what was asked last was not done; null where nothing was refused
     */
    public record ProjectPage(
            Projects.Story story,
            String item,
            Projects.Doer doer,
            int noticeDays,
            List<Law> laws,
            Map<Long, String> staff,
            Map<String, List<Attachments.Listed>> files,
            List<MoneyLine> money,
            Typed typed,
            Answer.@Nullable Refused<?> refused) {
        /** The project. */
        public Project project() {
            return story.project();
        }

        /** Who somebody is. */
        public String who(long account) {
            return staff.getOrDefault(account, "");
        }

        /** The files of the project's papers, of a progress report or of a finding. */
        public List<Attachments.Listed> filesOf(String part) {
            return files.getOrDefault(part, List.of());
        }

        /** Whether the project is at one of these stages. */
        public boolean at(Project.Stage... stages) {
            return List.of(stages).contains(project().stage());
        }
    }

    @Needs(Right.PROJECT_READ)
    @GetMapping("/projects/{id}")
    PageView one(Desk desk, @PathVariable long id) {
        return one(desk, id, Typed.none(), null);
    }

    /** The page after something was asked for. */
    PageView one(Desk desk, long id, Typed typed, Answer.@Nullable Refused<?> refused) {
        Projects.Story story = projects.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        PageView view = PageView.of(
                "project/project.jte",
                page(desk).under(desk.words().of("web.place.projects"), "/projects"),
                new ProjectPage(
                        story,
                        name(items(desk), story.project(), Show.to(desk)),
                        projects.doer(desk.actor()),
                        notices.leastDays(),
                        laws.of(plans.clauses(desk.actor(), story.project()).toArray(String[]::new)),
                        staff.namesOf(story.steps().stream()
                                .map(ProjectStep::enteredBy)
                                .distinct()
                                .toList()),
                        files.of(desk.actor(), id),
                        money.orderedStream()
                                .flatMap(source -> source.of(desk.actor(), id).stream())
                                .sorted(Comparator.comparing(MoneyLine::day))
                                .toList(),
                        typed,
                        refused));
        return refused == null ? view : view.withStatus(422);
    }

    static Page page(Desk desk) {
        return new Page(desk, desk.words().of("web.place.projects"), List.of(), Place.PROJECTS);
    }
}
