package fangpin.office.project;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.project.internal.GoalRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 项目绩效 (WH6 §3.2): goals set before the pool, watched at mid-year, reviewed at the end. */
@Service
public final class ProjectGoals {
    private static final Asked SETS = Asked.here(
            Right.PROJECT_WRITE,
            Project.Stage.PLANNED,
            Project.Stage.SUBMITTED,
            Project.Stage.CHECKED,
            Project.Stage.ARGUED,
            Project.Stage.DECIDED,
            Project.Stage.PUBLISHED,
            Project.Stage.POOLED,
            Project.Stage.SCHEDULED,
            Project.Stage.IMPLEMENTING);
    private static final Asked WATCHES = Asked.here(
            Right.PROJECT_WRITE,
            Project.Stage.SCHEDULED,
            Project.Stage.IMPLEMENTING,
            Project.Stage.COMPLETED,
            Project.Stage.ACCEPTED,
            Project.Stage.RESULT_PUBLISHED,
            Project.Stage.CLOSED);
    private static final Asked REVIEWS = Asked.here(
            Right.PROJECT_WRITE, Project.Stage.ACCEPTED, Project.Stage.RESULT_PUBLISHED, Project.Stage.CLOSED);
    private static final Asked CONFIRMS = Asked.office(
            Right.PROJECT_CHECK, Project.Stage.ACCEPTED, Project.Stage.RESULT_PUBLISHED, Project.Stage.CLOSED);

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final GoalRows goals;
    private final Audit audit;

    ProjectGoals(ScopedWork work, ProjectRows rows, ProjectGate gate, GoalRows goals, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.goals = goals;
        this.audit = audit;
    }

    /** Sets a goal; later than in the plan only of a kind that has none yet. */
    public Answer<Long> set(
            Actor actor,
            long id,
            PerformanceGoal.Kind kind,
            String name,
            String unit,
            boolean atLeast,
            BigDecimal target,
            LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, SETS, id).then(project -> {
                    if (name.isBlank() || unit.isBlank()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    if (!fits(target)) {
                        return Answer.refused(ProjectRefusal.BAD_NUMBER);
                    }
                    if (project.stage() != Project.Stage.PLANNED
                            && !goals.missing(id).contains(kind)) {
                        return Answer.refused(ProjectRefusal.GOALS_FIXED);
                    }
                    long made =
                            goals.insert(actor, project, new GoalRows.Typed(kind, name, unit, atLeast, target), today);
                    audit.record(
                            actor,
                            AuditAction.ENTERED,
                            project.subject(),
                            Map.of("goal", Project.word(kind), "target", PerformanceGoal.plain(target)));
                    return Answer.done(made);
                }));
    }

    private static boolean fits(BigDecimal value) {
        return value.signum() >= 0 && value.scale() <= 4 && value.precision() - value.scale() <= 14;
    }

    /** Takes a goal away while the plan is still with who wrote it. */
    public Answer<Project> remove(Actor actor, long id, long goal) {
        return work.write(
                actor,
                () -> gate.hold(actor, Asked.here(Right.PROJECT_WRITE, Project.Stage.PLANNED), id)
                        .then(project -> {
                            if (!goals.remove(project, goal)) {
                                return Answer.refused(ProjectRefusal.NOT_FOUND);
                            }
                            audit.record(actor, AuditAction.CHANGED, project.subject(), Map.of("goal", "" + goal));
                            return Answer.done(project);
                        }));
    }

    /** Writes down what is there of a goal. */
    public Answer<Project> observe(
            Actor actor,
            long id,
            long goal,
            PerformanceGoal.Phase phase,
            BigDecimal value,
            String note,
            LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, WATCHES, id).then(project -> {
                    if (goals.of(id).stream().noneMatch(one -> one.id() == goal)) {
                        return Answer.refused(ProjectRefusal.NOT_FOUND);
                    }
                    if (!fits(value)) {
                        return Answer.refused(ProjectRefusal.BAD_NUMBER);
                    }
                    goals.observe(actor, project, goal, phase, value, note, today);
                    audit.record(
                            actor,
                            AuditAction.ENTERED,
                            project.subject(),
                            Map.of(
                                    "goal",
                                    "" + goal,
                                    "phase",
                                    Project.word(phase),
                                    "value",
                                    PerformanceGoal.plain(value)));
                    return Answer.done(project);
                }));
    }

    /** 绩效自评: every goal must have its value of the end. */
    public Answer<Long> review(Actor actor, long id, int score, String said, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, REVIEWS, id).then(project -> {
                    if (said.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    if (score < 0 || score > 100) {
                        return Answer.refused(ProjectRefusal.BAD_NUMBER);
                    }
                    List<PerformanceGoal> set = goals.of(id);
                    if (set.isEmpty() || set.stream().anyMatch(goal -> goal.end() == null)) {
                        return Answer.refused(ProjectRefusal.VALUES_MISSING);
                    }
                    long made = goals.review(actor, project, score, said, today);
                    rows.step(actor, project, "reviewed", Integer.toString(score) + "　" + said.strip(), today);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("review", "" + score));
                    return Answer.done(made);
                }));
    }

    /** Another person confirms a self-review. */
    public Answer<Project> confirm(Actor actor, long id, long review, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, CONFIRMS, id)
                        .then(project -> goals.reviews(id).stream()
                                .filter(one -> one.id() == review && one.confirmedOn() == null)
                                .findFirst()
                                .map(one -> Separation.check(one.enteredBy(), actor.userId())
                                        .map(other -> {
                                            goals.confirm(actor, review, today);
                                            rows.step(actor, project, "review-confirmed", "", today);
                                            audit.record(
                                                    actor,
                                                    AuditAction.APPROVED,
                                                    project.subject(),
                                                    Map.of("review", "" + review));
                                            return project;
                                        }))
                                .orElseGet(() -> Answer.refused(ProjectRefusal.NOT_FOUND))));
    }
}
