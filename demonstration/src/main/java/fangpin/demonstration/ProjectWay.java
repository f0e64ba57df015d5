package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.project.Adjustment;
import fangpin.office.project.Opinion;
import fangpin.office.project.PerformanceGoal;
import fangpin.office.project.PoolEntries;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectDecisions;
import fangpin.office.project.ProjectGoals;
import fangpin.office.project.ProjectNotices;
import fangpin.office.project.ProjectPlan;
import fangpin.office.project.ProjectPlans;
import fangpin.office.project.ProjectWorks;
import fangpin.office.project.Projects;
import fangpin.office.project.YearPlans;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * 项目经办: takes a project step by step along its way, each step by who takes it at his level.
 *
 * @param writer who wrote the plan and carries it on
 * @param checker of the town; of a county's project nobody asks for him
 * @param first of the county
 * @param second of the county, who decides what the first prepared
 */
record ProjectWay(Scene scene, long id, String writer, String checker, String first, String second) {
    /** Writes a plan down and hands it on. */
    static ProjectWay begin(
            Scene scene, ProjectPlan plan, String writer, String checker, String first, String second, LocalDate day) {
        Actor actor = scene.as(writer);
        long id = Scene.done(scene.face(ProjectPlans.class).draft(actor, plan, day));
        return new ProjectWay(scene, id, writer, checker, first, second);
    }

    private int version(String login) {
        return scene.face(Projects.class)
                .find(scene.as(login), id)
                .orElseThrow()
                .project()
                .version();
    }

    /** Sets a goal; one that is to be kept low begins with ≤. */
    ProjectWay goal(PerformanceGoal.Kind kind, String name, String target, String unit, LocalDate day) {
        boolean atMost = target.startsWith("≤");
        Scene.done(scene.face(ProjectGoals.class)
                .set(
                        scene.as(writer),
                        id,
                        kind,
                        name,
                        unit,
                        !atMost,
                        new BigDecimal(atMost ? target.substring(1) : target),
                        day));
        return this;
    }

    ProjectWay submit(LocalDate day) {
        Scene.done(scene.face(ProjectPlans.class).submit(scene.as(writer), id, version(writer), day));
        return this;
    }

    ProjectWay check(String opinion, LocalDate day) {
        Scene.done(scene.face(ProjectDecisions.class).check(scene.as(checker), id, version(checker), opinion, day));
        return this;
    }

    /** The departments are heard and conclude. */
    ProjectWay argue(List<String> departments, String conclusion, LocalDate day) {
        ProjectDecisions decisions = scene.face(ProjectDecisions.class);
        Actor actor = scene.as(first);
        for (String department : departments) {
            Scene.done(decisions.opinion(
                    actor, id, new Opinion(0, department, true, "同意，符合本行业规划", day, actor.userId()), day));
        }
        Scene.done(decisions.argue(actor, id, version(first), conclusion, day));
        return this;
    }

    ProjectWay decide(String document, LocalDate day) {
        Scene.done(scene.face(ProjectDecisions.class)
                .decide(scene.as(second), id, version(second), true, document, "会议审定通过", day));
        return this;
    }

    /** Ten days on the board from the day on. */
    ProjectWay publish(String board, LocalDate day) {
        Scene.done(scene.face(ProjectNotices.class)
                .publish(scene.as(writer), id, version(writer), board, day, day.plusDays(9), day));
        return this;
    }

    ProjectWay pool(LocalDate day) {
        Scene.done(scene.face(PoolEntries.class).enter(scene.as(second), id, version(second), day));
        return this;
    }

    ProjectWay plan(int year, LocalDate day) {
        YearPlans plans = scene.face(YearPlans.class);
        long adjustment =
                Scene.done(plans.propose(scene.as(first), id, Adjustment.Kind.PLAN, year, year + "年度项目计划", day));
        Scene.done(plans.decide(scene.as(second), id, adjustment, true, "同意列入", day.plusDays(1)));
        return this;
    }

    ProjectWay build(String contractor, String progress, LocalDate from, LocalDate to) {
        ProjectWorks works = scene.face(ProjectWorks.class);
        Actor actor = scene.as(writer);
        Scene.done(works.start(actor, id, version(writer), contractor, from));
        Scene.done(works.report(actor, id, 60, progress, from.plusDays(6)));
        Scene.done(works.complete(actor, id, version(writer), "按设计完工，资料齐全", to));
        return this;
    }

    ProjectWay accept(String by, String opinion, LocalDate day) {
        Scene.done(scene.face(ProjectWorks.class).accept(scene.as(by), id, version(by), opinion, day));
        return this;
    }

    /** Every goal was reached just as it was set. */
    ProjectWay reachEveryGoal(String note, LocalDate day) {
        ProjectGoals goals = scene.face(ProjectGoals.class);
        Actor actor = scene.as(writer);
        for (PerformanceGoal goal :
                scene.face(Projects.class).find(actor, id).orElseThrow().goals()) {
            Scene.done(goals.observe(actor, id, goal.id(), PerformanceGoal.Phase.FINAL, goal.target(), note, day));
        }
        return this;
    }

    Project project() {
        return scene.face(Projects.class)
                .find(scene.as(first), id)
                .orElseThrow()
                .project();
    }
}
