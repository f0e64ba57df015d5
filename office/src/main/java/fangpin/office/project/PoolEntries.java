package fangpin.office.project;

import fangpin.kernel.provision.Gate;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.project.internal.Gates;
import fangpin.office.project.internal.Levels;
import fangpin.office.project.internal.NegativeWords;
import fangpin.office.project.internal.NoticeRows;
import fangpin.office.project.internal.ProjectFindingRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 入库 (WH6 §3.2): what the pack's gates ask before a project enters the pool or money goes to it, and exceptions in principle. */
@Service
public final class PoolEntries {
    private static final Asked ENTERS = Asked.of(Right.PROJECT_DECIDE, Levels.Level.COUNTY, Project.Stage.PUBLISHED);
    private static final Asked ASKS = Asked.here(
            Right.PROJECT_WRITE,
            Project.Stage.SUBMITTED,
            Project.Stage.CHECKED,
            Project.Stage.ARGUED,
            Project.Stage.DECIDED,
            Project.Stage.PUBLISHED);
    private static final Asked DECIDES = Asked.of(
            Right.PROJECT_DECIDE,
            Levels.Level.COUNTY,
            Project.Stage.SUBMITTED,
            Project.Stage.CHECKED,
            Project.Stage.ARGUED,
            Project.Stage.DECIDED,
            Project.Stage.PUBLISHED);

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final Gates gates;
    private final NoticeRows notices;
    private final NegativeWords negative;
    private final ProjectFindingRows findings;
    private final Audit audit;

    PoolEntries(
            ScopedWork work,
            ProjectRows rows,
            ProjectGate gate,
            Gates gates,
            NoticeRows notices,
            NegativeWords negative,
            ProjectFindingRows findings,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.gates = gates;
        this.notices = notices;
        this.negative = negative;
        this.findings = findings;
        this.audit = audit;
    }

    /** 入库: after the notice, if the gate lets it pass. */
    public Answer<Project> enter(Actor actor, long id, int version, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ENTERS, id, version)
                        .then(project -> shown(project, today))
                        .then(project -> Separation.check(rows.lastBy(project, "published"), actor.userId())
                                .then(another -> negative.clean(actor, project)))
                        .then(project -> gates.pass(actor, project, Gates.POOL_ENTRY)
                                .map(passage -> entered(actor, project, passage, today))));
    }

    private Project entered(Actor actor, Project project, Gate.Passage passage, LocalDate today) {
        String what = passage == Gate.Passage.BY_EXCEPTION ? "pooled-by-exception" : "pooled";
        rows.advance(actor, project, Project.Stage.POOLED, what, "", today);
        audit.record(
                actor, AuditAction.APPROVED, project.subject(), Map.of("stage", "pooled", "passage", passage.name()));
        return rows.find(project.id()).orElseThrow();
    }

    private Answer<Project> shown(Project project, LocalDate today) {
        Optional<ProjectNotice> notice = notices.last(project.id(), ProjectNotice.Phase.ENTRY);
        if (notice.isEmpty() || !notice.get().isOver(today)) {
            return Answer.refused(
                    ProjectRefusal.NOTICE_RUNNING,
                    notice.map(one -> one.shownTo().toString()).orElse(""));
        }
        return notice.get().isAnswered() ? Answer.done(project) : Answer.refused(ProjectRefusal.OBJECTION_OPEN);
    }

    /** 申请例外: asks that a gate be passed without what it needs. */
    public Answer<Long> ask(Actor actor, long id, String gateId, String reason, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ASKS, id).then(project -> {
                    if (reason.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    Optional<Gate> found = gateId.equals(Gates.POOL_ENTRY) || gateId.equals(Gates.POOL_BEFORE_MONEY)
                            ? gates.of(actor, project, gateId)
                            : Optional.empty();
                    if (found.isEmpty()) {
                        return Answer.refused(ProjectRefusal.GATE_UNKNOWN);
                    }
                    if (gates.isMet(project, gateId) || gates.isGranted(id, gateId)) {
                        return Answer.refused(ProjectRefusal.GATE_OPEN);
                    }
                    if (found.get().hardness() == Gate.Hardness.ALWAYS) {
                        return Gates.shut(found.get());
                    }
                    if (gates.of(id).stream().anyMatch(one -> one.gate().equals(gateId) && one.granted() == null)) {
                        return Answer.refused(ProjectRefusal.UNDER_WAY);
                    }
                    long made = gates.ask(actor, project, gateId, found.get(), reason, today);
                    rows.step(actor, project, "exception-asked", reason, today);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("exception", gateId));
                    return Answer.done(made);
                }));
    }

    /**
     * 决定例外: another person says yes or no; what is granted becomes a finding.
     *
     * @param dueOn until when what is missing must be there; not needed for a no
     */
    public Answer<Project> decide(
            Actor actor,
            long id,
            long exception,
            boolean granted,
            String answer,
            @Nullable LocalDate dueOn,
            LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, DECIDES, id).then(project -> {
                    if (answer.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    if (granted && (dueOn == null || dueOn.isBefore(today))) {
                        return Answer.refused(ProjectRefusal.BAD_DATE);
                    }
                    return gates.of(id).stream()
                            .filter(one -> one.id() == exception && one.granted() == null)
                            .findFirst()
                            .map(one -> Separation.check(one.askedBy(), actor.userId())
                                    .map(another -> decided(actor, project, one, granted, answer, dueOn, today)))
                            .orElseGet(() -> Answer.refused(ProjectRefusal.NOT_FOUND));
                }));
    }

    private Project decided(
            Actor actor,
            Project project,
            GateException asked,
            boolean granted,
            String answer,
            @Nullable LocalDate dueOn,
            LocalDate today) {
        gates.decide(actor, asked.id(), granted, answer, granted ? dueOn : null, today);
        if (granted && dueOn != null) {
            findings.insert(
                    actor,
                    project,
                    ProjectFinding.Rule.EXCEPTION,
                    asked.clause(),
                    asked.reason(),
                    project.plan().responsible(),
                    dueOn,
                    today);
        }
        rows.step(actor, project, granted ? "exception-granted" : "exception-refused", answer, today);
        audit.record(
                actor,
                granted ? AuditAction.APPROVED : AuditAction.REFUSED,
                project.subject(),
                Map.of("exception", asked.gate()));
        return rows.find(project.id()).orElseThrow();
    }
}
