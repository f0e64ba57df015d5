package fangpin.office.project;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.NegativeList;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.project.internal.Levels;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectRows;
import fangpin.office.project.internal.ProjectRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** 项目申报: a village, town or county writes a plan down and hands it on. */
@Service
public final class ProjectPlans {
    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final ProjectRules rules;
    private final Levels levels;
    private final Audit audit;

    ProjectPlans(ScopedWork work, ProjectRows rows, ProjectGate gate, ProjectRules rules, Levels levels, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.rules = rules;
        this.levels = levels;
        this.audit = audit;
    }

    /** The purposes of money that a plan for a place may serve: of the packs in use there. */
    public List<ProjectItem> items(Actor actor, String path) {
        return work.read(
                actor,
                () -> rules.of(actor, path).stream()
                        .flatMap(pack -> ProjectRules.items(pack).stream())
                        .toList());
    }

    /** The purposes of money that projects one sees may serve. */
    public List<ProjectItem> items(Actor actor) {
        return work.read(
                actor,
                () -> rules.within(actor, actor.scope().path()).stream()
                        .flatMap(pack -> ProjectRules.items(pack).stream())
                        .toList());
    }

    /** The clauses that a project rests on. */
    public List<String> clauses(Actor actor, Project project) {
        return work.read(actor, () -> rules.clauses(actor, project.plan()));
    }

    /** The clauses that plans for a place rest on. */
    public List<String> clausesOfPlans(Actor actor, String path) {
        return work.read(actor, () -> rules.clausesAt(actor, path));
    }

    /** Writes a plan down. */
    public Answer<Long> draft(Actor actor, ProjectPlan plan, LocalDate today) {
        if (!actor.may(Right.PROJECT_WRITE)) {
            return Answer.refused(ProjectRefusal.NO_RIGHT);
        }
        return work.write(
                actor,
                () -> writes(actor, plan.path())
                        .then(level -> checked(actor, plan, level))
                        .map(good -> {
                            long id = rows.insert(actor, good, today);
                            Project project = rows.find(id).orElseThrow();
                            rows.step(actor, project, "planned", "", today);
                            audit.record(
                                    actor,
                                    AuditAction.ENTERED,
                                    project.subject(),
                                    Map.of("pack", plan.pack(), "item", plan.item()));
                            return id;
                        }));
    }

    /** Writes a plan anew while it is the village's. */
    public Answer<Project> change(Actor actor, long id, int version, ProjectPlan plan) {
        return work.write(
                actor,
                () -> gate.hold(actor, ProjectGate.Asked.here(Right.PROJECT_WRITE, Project.Stage.PLANNED), id, version)
                        .then(project -> writes(actor, project.path())
                                .then(level -> checked(actor, plan, level))
                                .map(good -> {
                                    rows.change(project, good);
                                    audit.record(
                                            actor, AuditAction.CHANGED, project.subject(), Map.of("item", plan.item()));
                                    return rows.find(id).orElseThrow();
                                })));
    }

    /** Hands a plan on: a village's or town's to the town's check, a county's straight to the departments. */
    public Answer<Project> submit(Actor actor, long id, int version, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ProjectGate.Asked.here(Right.PROJECT_WRITE, Project.Stage.PLANNED), id, version)
                        .then(project -> writes(actor, project.path())
                                .then(level -> checked(actor, project.plan(), level))
                                .map(good -> {
                                    boolean ofCounty = levels.of(project.path()) == Levels.Level.COUNTY;
                                    Project.Stage next = ofCounty ? Project.Stage.CHECKED : Project.Stage.SUBMITTED;
                                    rows.advance(actor, project, next, "submitted", "", today);
                                    audit.record(
                                            actor,
                                            AuditAction.CHANGED,
                                            project.subject(),
                                            Map.of("stage", Project.word(next)));
                                    return rows.find(id).orElseThrow();
                                })));
    }

    /** The level of the place, if who asks writes plans for it: nobody above it but the town for its villages. */
    private Answer<Levels.Level> writes(Actor actor, String path) {
        Levels.Level own = levels.of(actor);
        Levels.Level its = levels.of(path);
        if (!actor.scope().holds(path) || its == Levels.Level.ABOVE) {
            return Answer.refused(ProjectRefusal.PLACE_UNKNOWN);
        }
        boolean may = own == its || (own == Levels.Level.TOWN && its == Levels.Level.VILLAGE);
        return may ? Answer.done(its) : Answer.refused(ProjectRefusal.WRONG_LEVEL);
    }

    private Answer<ProjectPlan> checked(Actor actor, ProjectPlan plan, Levels.Level level) {
        if (List.of(plan.name(), plan.content(), plan.benefit(), plan.implementer(), plan.responsible()).stream()
                .anyMatch(String::isBlank)) {
            return Answer.refused(ProjectRefusal.MISSING_FIELD);
        }
        if (plan.endsOn().isBefore(plan.startsOn()) || plan.year() < 2000 || plan.year() > 2100) {
            return Answer.refused(ProjectRefusal.BAD_DATE);
        }
        if (level == Levels.Level.VILLAGE && plan.metOn() == null) {
            return Answer.refused(ProjectRefusal.MEETING_MISSING);
        }
        if (level == Levels.Level.VILLAGE && plan.households() == 0 && plan.persons() == 0) {
            return Answer.refused(ProjectRefusal.NOBODY_REACHED);
        }
        if (plan.budget().isEmpty()
                || plan.budget().stream()
                        .anyMatch(line ->
                                line.purpose().isBlank() || line.source().isBlank())) {
            return Answer.refused(ProjectRefusal.BUDGET_MISSING);
        }
        Optional<PolicyPack> pack = rules.of(actor, plan.path()).stream()
                .filter(one -> one.id().equals(plan.pack()))
                .findFirst();
        if (pack.isEmpty()) {
            return Answer.refused(ProjectRefusal.PACK_NOT_IN_USE);
        }
        if (ProjectRules.item(pack.get(), plan.item()).isEmpty()) {
            return Answer.refused(ProjectRefusal.ITEM_UNKNOWN);
        }
        return switch (ProjectRules.judge(pack.get(), plan)) {
            case NegativeList.Refused(NegativeList.Item never) ->
                Answer.refused(
                        ProjectRefusal.NEVER_PAID, never.name(), never.clause().text());
            case NegativeList.Suspect suspect -> Answer.done(plan);
            case NegativeList.NotListed nothing -> Answer.done(plan);
        };
    }
}
