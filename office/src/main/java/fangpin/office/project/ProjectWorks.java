package fangpin.office.project;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.project.internal.ProgressRows;
import fangpin.office.project.internal.ProjectFindingRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import fangpin.office.project.internal.ProjectRules;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 实施与验收: the work begins, is reported on, ends, and is accepted by another person of the town or county. */
@Service
public final class ProjectWorks {
    private static final Asked STARTS = Asked.here(Right.PROJECT_WRITE, Project.Stage.SCHEDULED);
    private static final Asked REPORTS = Asked.here(Right.PROJECT_WRITE, Project.Stage.IMPLEMENTING);
    private static final Asked ACCEPTS = Asked.office(Right.PROJECT_CHECK, Project.Stage.COMPLETED);

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final ProgressRows progress;
    private final ProjectFindingRows findings;
    private final ProjectRules rules;
    private final Audit audit;

    ProjectWorks(
            ScopedWork work,
            ProjectRows rows,
            ProjectGate gate,
            ProgressRows progress,
            ProjectFindingRows findings,
            ProjectRules rules,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.progress = progress;
        this.findings = findings;
        this.rules = rules;
        this.audit = audit;
    }

    /** 开工. */
    public Answer<Project> start(Actor actor, long id, int version, String contractor, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, STARTS, id, version).then(project -> {
                    if (contractor.isBlank()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    rows.contract(project, contractor);
                    return Answer.done(moved(actor, project, Project.Stage.IMPLEMENTING, "started", contractor, today));
                }));
    }

    /** 进度报告. */
    public Answer<Long> report(Actor actor, long id, int percent, String said, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, REPORTS, id).then(project -> {
                    if (said.isBlank()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    if (percent < 0 || percent > 100) {
                        return Answer.refused(ProjectRefusal.BAD_NUMBER);
                    }
                    long made = progress.insert(actor, project, percent, said, today);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("progress", "" + percent));
                    return Answer.done(made);
                }));
    }

    /** 完工: the work is said to be done. */
    public Answer<Project> complete(Actor actor, long id, int version, String said, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, REPORTS, id, version)
                        .then(project -> said.isBlank()
                                ? Answer.refused(ProjectRefusal.MISSING_FIELD)
                                : Answer.done(
                                        moved(actor, project, Project.Stage.COMPLETED, "completed", said, today))));
    }

    /** 验收合格: nothing that was found is open any more. */
    public Answer<Project> accept(Actor actor, long id, int version, String opinion, LocalDate today) {
        return work.write(
                actor,
                () -> accepting(actor, id, version, opinion).then(project -> {
                    boolean open = findings.of(id).stream()
                            .anyMatch(one -> one.isOpen()
                                    && (one.rule() == ProjectFinding.Rule.QUALITY
                                            || one.rule() == ProjectFinding.Rule.ACCEPTANCE));
                    return open
                            ? Answer.refused(ProjectRefusal.FINDING_OPEN)
                            : Answer.done(moved(actor, project, Project.Stage.ACCEPTED, "accepted", opinion, today));
                }));
    }

    /**
     * 验收不合格: back to work, with a finding.
     *
     * @param dueOn until when it must be put right
     */
    public Answer<Project> reject(
            Actor actor, long id, int version, String opinion, @Nullable LocalDate dueOn, LocalDate today) {
        return work.write(
                actor,
                () -> accepting(actor, id, version, opinion).then(project -> {
                    if (dueOn == null || dueOn.isBefore(today)) {
                        return Answer.refused(ProjectRefusal.BAD_DATE);
                    }
                    findings.insert(
                            actor,
                            project,
                            ProjectFinding.Rule.ACCEPTANCE,
                            rules.quality(actor, project.plan()),
                            opinion,
                            project.plan().responsible(),
                            dueOn,
                            today);
                    return Answer.done(moved(actor, project, Project.Stage.IMPLEMENTING, "rejected", opinion, today));
                }));
    }

    private Answer<Project> accepting(Actor actor, long id, int version, String opinion) {
        return gate.hold(actor, ACCEPTS, id, version)
                .then(project -> opinion.isBlank()
                        ? Answer.refused(ProjectRefusal.REASON_MISSING)
                        : Separation.check(rows.lastBy(project, "completed"), actor.userId())
                                .map(another -> project));
    }

    private Project moved(
            Actor actor, Project project, Project.Stage stage, String what, String note, LocalDate today) {
        rows.advance(actor, project, stage, what, note, today);
        audit.record(actor, AuditAction.CHANGED, project.subject(), Map.of("stage", Project.word(stage)));
        return rows.find(project.id()).orElseThrow();
    }
}
