package fangpin.office.project;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.project.internal.ProjectFindingRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 问题整改 (WH6 §3.3): what was found wrong is put right by one and closed by another. */
@Service
public final class ProjectFindings {
    private static final Asked FINDS = Asked.office(
            Right.PROJECT_CHECK,
            Project.Stage.SUBMITTED,
            Project.Stage.CHECKED,
            Project.Stage.ARGUED,
            Project.Stage.DECIDED,
            Project.Stage.PUBLISHED,
            Project.Stage.POOLED,
            Project.Stage.SCHEDULED,
            Project.Stage.IMPLEMENTING,
            Project.Stage.COMPLETED,
            Project.Stage.ACCEPTED,
            Project.Stage.RESULT_PUBLISHED,
            Project.Stage.CLOSED);
    private static final Asked RECTIFIES = Asked.here(Right.PROJECT_WRITE, Project.Stage.values());
    private static final Asked CLOSES = Asked.office(Right.PROJECT_CHECK, Project.Stage.values());

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final ProjectFindingRows findings;
    private final PolicyLibrary library;
    private final Audit audit;

    ProjectFindings(
            ScopedWork work,
            ProjectRows rows,
            ProjectGate gate,
            ProjectFindingRows findings,
            PolicyLibrary library,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.findings = findings;
        this.library = library;
        this.audit = audit;
    }

    /** Writes down what was found; the clause is one of the library's. */
    public Answer<Long> find(
            Actor actor,
            long id,
            ProjectFinding.Rule rule,
            String clause,
            String evidence,
            String owner,
            LocalDate dueOn,
            LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, FINDS, id).then(project -> {
                    if (evidence.isBlank()
                            || owner.isBlank()
                            || library.clause(clause).isEmpty()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    if (dueOn.isBefore(today)) {
                        return Answer.refused(ProjectRefusal.BAD_DATE);
                    }
                    long made = findings.insert(actor, project, rule, clause.strip(), evidence, owner, dueOn, today);
                    rows.step(actor, project, "found", evidence, today);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("finding", Project.word(rule)));
                    return Answer.done(made);
                }));
    }

    /** 整改: what was done about it. */
    public Answer<Project> rectify(Actor actor, long id, long finding, String said, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, RECTIFIES, id)
                        .then(project -> open(project, finding, said).map(one -> {
                            findings.rectify(actor, finding, said, today);
                            rows.step(actor, project, "rectified", said, today);
                            audit.record(
                                    actor, AuditAction.CHANGED, project.subject(), Map.of("finding", "" + finding));
                            return project;
                        })));
    }

    /** 销号, or not yet: another person looks at what was done. */
    public Answer<Project> close(Actor actor, long id, long finding, boolean good, String said, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, CLOSES, id)
                        .then(project -> open(project, finding, said).then(one -> {
                            Long by = one.rectifiedBy();
                            if (by == null) {
                                return Answer.refused(ProjectRefusal.NOT_NOW);
                            }
                            return Separation.check(by, actor.userId()).map(another -> {
                                if (good) {
                                    findings.close(actor, finding, said, today);
                                } else {
                                    findings.reopen(finding);
                                }
                                rows.step(actor, project, good ? "finding-closed" : "finding-reopened", said, today);
                                audit.record(
                                        actor,
                                        good ? AuditAction.APPROVED : AuditAction.REFUSED,
                                        project.subject(),
                                        Map.of("finding", "" + finding));
                                return project;
                            });
                        })));
    }

    private Answer<ProjectFinding> open(Project project, long finding, String said) {
        if (said.isBlank()) {
            return Answer.refused(ProjectRefusal.REASON_MISSING);
        }
        return findings.find(project.id(), finding)
                .filter(ProjectFinding::isOpen)
                .map(Answer::done)
                .orElseGet(() -> Answer.refused(ProjectRefusal.NOT_FOUND));
    }

    /** A finding with its project's name and place. */
    public record Listed(ProjectFinding finding, String name, String place) {}

    /** Findings of one's division that are not closed, the most urgent first. */
    public List<Listed> open(Actor actor, int most) {
        return work.read(
                actor,
                () -> findings.open(most).stream()
                        .flatMap(one -> rows.find(one.projectId()).stream()
                                .map(project -> new Listed(one, project.plan().name(), project.place())))
                        .toList());
    }
}
