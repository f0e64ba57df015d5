package fangpin.office.project;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.project.internal.AdjustmentRows;
import fangpin.office.project.internal.Levels;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 年度项目计划 (WH6 §3.3): the pool's projects of a year, adjusted as years roll on; one proposes, another decides. */
@Service
public final class YearPlans {
    private static final Asked ADJUSTS = Asked.of(
            Right.PROJECT_DECIDE,
            Levels.Level.COUNTY,
            Project.Stage.POOLED,
            Project.Stage.SCHEDULED,
            Project.Stage.IMPLEMENTING);

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final AdjustmentRows adjustments;
    private final Audit audit;

    YearPlans(ScopedWork work, ProjectRows rows, ProjectGate gate, AdjustmentRows adjustments, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.adjustments = adjustments;
        this.audit = audit;
    }

    /**
     * Proposes an adjustment.
     *
     * @param year of the plan; not looked at where the kind names none
     */
    public Answer<Long> propose(
            Actor actor, long id, Adjustment.Kind kind, @Nullable Integer year, String reason, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ADJUSTS, id).then(project -> {
                    if (!kind.fits(project.stage())) {
                        return Answer.refused(ProjectRefusal.NOT_NOW);
                    }
                    if (reason.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    if (kind.namesYear() && (year == null || !isYear(project, kind, year))) {
                        return Answer.refused(ProjectRefusal.BAD_DATE);
                    }
                    if (adjustments.open(id).isPresent()) {
                        return Answer.refused(ProjectRefusal.UNDER_WAY);
                    }
                    long made = adjustments.insert(actor, project, kind, kind.namesYear() ? year : null, reason, today);
                    audit.record(
                            actor, AuditAction.ENTERED, project.subject(), Map.of("adjustment", Project.word(kind)));
                    return Answer.done(made);
                }));
    }

    /** A plan is for a year not before that of its own plan; carried over, it goes to the year after. */
    private static boolean isYear(Project project, Adjustment.Kind kind, int year) {
        Integer planned = project.planYear();
        return kind == Adjustment.Kind.CARRY
                ? planned != null && year == planned + 1
                : year >= project.plan().year() && year <= project.plan().year() + 10;
    }

    /** Another person decides on what was proposed. */
    public Answer<Project> decide(
            Actor actor, long id, long adjustment, boolean granted, String answer, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ADJUSTS, id).then(project -> {
                    if (answer.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    Optional<Adjustment> found = adjustments.open(id).filter(one -> one.id() == adjustment);
                    if (found.isEmpty()) {
                        return Answer.refused(ProjectRefusal.NOT_FOUND);
                    }
                    return Separation.check(found.get().proposedBy(), actor.userId())
                            .then(another -> {
                                if (granted && !found.get().kind().fits(project.stage())) {
                                    return Answer.refused(ProjectRefusal.NOT_NOW);
                                }
                                adjustments.decide(actor, adjustment, granted, answer, today);
                                if (granted) {
                                    carryOut(actor, project, found.get(), answer, today);
                                } else {
                                    rows.step(actor, project, "adjustment-refused", answer, today);
                                }
                                audit.record(
                                        actor,
                                        granted ? AuditAction.APPROVED : AuditAction.REFUSED,
                                        project.subject(),
                                        Map.of(
                                                "adjustment",
                                                Project.word(found.get().kind())));
                                return Answer.done(rows.find(id).orElseThrow());
                            });
                }));
    }

    private void carryOut(Actor actor, Project project, Adjustment wanted, String answer, LocalDate today) {
        String note = (wanted.year() == null ? "" : wanted.year() + "　") + wanted.reason() + "　" + answer.strip();
        switch (wanted.kind()) {
            case PLAN -> {
                rows.plan(project, Objects.requireNonNull(wanted.year()));
                rows.advance(actor, project, Project.Stage.SCHEDULED, "scheduled", note, today);
            }
            case CARRY -> {
                rows.plan(project, Objects.requireNonNull(wanted.year()));
                rows.advance(actor, project, project.stage(), "carried", note, today);
            }
            case UNPLAN -> {
                rows.advance(actor, project, Project.Stage.POOLED, "unplanned", note, today);
                rows.plan(project, null);
            }
            case DROP -> rows.advance(actor, project, Project.Stage.DROPPED, "dropped", note, today);
        }
    }
}
