package fangpin.office.web.project;

import fangpin.office.access.Right;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectFindings;
import fangpin.office.project.ProjectPlans;
import fangpin.office.project.Projects;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of projects waits for somebody at his level: the next step of each, adjustments to decide, findings to put right. */
@Component
class ProjectWork implements WorkSource {
    private static final String POOL = "WH6 §3.3";

    private final Projects projects;
    private final ProjectPlans plans;
    private final ProjectFindings findings;

    ProjectWork(Projects projects, ProjectPlans plans, ProjectFindings findings) {
        this.projects = projects;
        this.plans = plans;
        this.findings = findings;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.PROJECT_WRITE)) {
            return List.of();
        }
        Projects.Doer doer = projects.doer(desk.actor());
        List<Work> work = new ArrayList<>();
        for (Project project : projects.at(desk.actor(), stages(doer), most)) {
            work.add(new Work(
                    "project.work." + Project.word(project.stage()),
                    List.of(),
                    project.plan().name(),
                    clause(desk, project),
                    null,
                    "/projects/" + project.id()));
        }
        if (doer.decides()) {
            projects.adjustmentsWaiting(desk.actor(), most).stream()
                    .filter(one -> one.adjustment().proposedBy() != desk.actor().userId())
                    .forEach(one -> work.add(new Work(
                            "project.work.adjustment",
                            List.of(),
                            one.project().plan().name(),
                            clause(desk, one.project()),
                            null,
                            "/projects/" + one.project().id())));
        }
        if (doer.writes()) {
            findings.open(desk.actor(), most).forEach(one -> finding(doer, one, work));
        }
        return List.copyOf(work.subList(0, Math.min(most, work.size())));
    }

    /** What is not put right waits for who writes, what is waits for who checks. */
    private static void finding(Projects.Doer doer, ProjectFindings.Listed one, List<Work> work) {
        boolean rectified = one.finding().rectified() != null;
        if (rectified ? doer.checks() : !doer.decides()) {
            work.add(new Work(
                    rectified ? "project.work.finding-close" : "project.work.finding",
                    List.of(),
                    one.name(),
                    one.finding().clause(),
                    one.finding().dueOn().plusDays(1),
                    "/projects/" + one.finding().projectId()));
        }
    }

    /** The stages whose next step is this level's. */
    private static List<Project.Stage> stages(Projects.Doer doer) {
        if (doer.decides()) {
            return List.of(Project.Stage.CHECKED, Project.Stage.ARGUED, Project.Stage.PUBLISHED, Project.Stage.POOLED);
        }
        if (doer.checksTown()) {
            return List.of(Project.Stage.SUBMITTED, Project.Stage.COMPLETED, Project.Stage.RESULT_PUBLISHED);
        }
        return doer.writes()
                ? List.of(Project.Stage.PLANNED, Project.Stage.DECIDED, Project.Stage.SCHEDULED, Project.Stage.ACCEPTED)
                : List.of();
    }

    /** The clause of the pool where the pack has one, else that of the project's purpose. */
    private String clause(Desk desk, Project project) {
        List<String> clauses = plans.clauses(desk.actor(), project);
        return clauses.contains(POOL) ? POOL : clauses.isEmpty() ? "" : clauses.getFirst();
    }
}
