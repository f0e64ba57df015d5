package fangpin.office.project;

import fangpin.kernel.provision.NegativeList;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.project.internal.Levels;
import fangpin.office.project.internal.NegativeWords;
import fangpin.office.project.internal.OpinionRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 审核、论证、审定: the town checks, departments of the county argue, the leading group decides; each by another person. */
@Service
public final class ProjectDecisions {
    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final OpinionRows opinions;
    private final NegativeWords negative;
    private final Audit audit;

    ProjectDecisions(
            ScopedWork work,
            ProjectRows rows,
            ProjectGate gate,
            OpinionRows opinions,
            NegativeWords negative,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.opinions = opinions;
        this.negative = negative;
        this.audit = audit;
    }

    /** 排除字样: says why words that look like the negative list's are none of it; never by who wrote or handed on the plan. */
    public Answer<Project> clear(Actor actor, long id, String reason, LocalDate today) {
        Asked asked = Asked.office(
                Right.PROJECT_CHECK,
                Project.Stage.SUBMITTED,
                Project.Stage.CHECKED,
                Project.Stage.ARGUED,
                Project.Stage.DECIDED,
                Project.Stage.PUBLISHED);
        return work.write(
                actor,
                () -> gate.hold(actor, asked, id).then(project -> {
                    List<NegativeList.Match> matches = negative.suspect(actor, project);
                    if (matches.isEmpty()) {
                        return Answer.refused(ProjectRefusal.NOTHING_SUSPECT);
                    }
                    if (reason.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    return another(actor, project, "planned", "submitted").map(good -> {
                        String words = NegativeWords.words(matches);
                        negative.clear(actor, project, words, reason, today);
                        rows.step(actor, project, "cleared", words + "：" + reason.strip(), today);
                        audit.record(actor, AuditAction.APPROVED, project.subject(), Map.of("cleared", words));
                        return project;
                    });
                }));
    }

    /** 镇街审核通过. */
    public Answer<Project> check(Actor actor, long id, int version, String opinion, LocalDate today) {
        Asked asked = Asked.of(Right.PROJECT_CHECK, Levels.Level.TOWN, Project.Stage.SUBMITTED);
        return work.write(
                actor,
                () -> gate.hold(actor, asked, id, version)
                        .then(project -> opinion.isBlank()
                                ? Answer.refused(ProjectRefusal.REASON_MISSING)
                                : another(actor, project, "planned", "submitted"))
                        .then(project -> negative.clean(actor, project))
                        .map(project -> advanced(actor, project, Project.Stage.CHECKED, "checked", opinion, today)));
    }

    /** 论证意见: writes down what a department said. */
    public Answer<Long> opinion(Actor actor, long id, Opinion said, LocalDate today) {
        Asked asked = Asked.of(Right.PROJECT_DECIDE, Levels.Level.COUNTY, Project.Stage.CHECKED);
        return work.write(
                actor,
                () -> gate.hold(actor, asked, id).then(project -> {
                    if (said.department().isBlank() || said.said().isBlank()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    if (said.givenOn().isAfter(today)) {
                        return Answer.refused(ProjectRefusal.BAD_DATE);
                    }
                    long made = opinions.insert(actor, project, said);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("opinion", Long.toString(made)));
                    return Answer.done(made);
                }));
    }

    /** 论证结论: the departments have been heard. */
    public Answer<Project> argue(Actor actor, long id, int version, String conclusion, LocalDate today) {
        Asked asked = Asked.of(Right.PROJECT_DECIDE, Levels.Level.COUNTY, Project.Stage.CHECKED);
        return work.write(
                actor,
                () -> gate.hold(actor, asked, id, version).then(project -> {
                    if (opinions.of(id).isEmpty()) {
                        return Answer.refused(ProjectRefusal.OPINION_MISSING);
                    }
                    if (conclusion.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    return another(actor, project, "submitted", "checked")
                            .then(good -> negative.clean(actor, good))
                            .map(good -> advanced(actor, good, Project.Stage.ARGUED, "argued", conclusion, today));
                }));
    }

    /**
     * 领导小组审定: writes down what the leading group decided.
     *
     * @param document number of its minutes
     */
    public Answer<Project> decide(
            Actor actor, long id, int version, boolean approved, String document, String opinion, LocalDate today) {
        Asked asked = Asked.of(Right.PROJECT_DECIDE, Levels.Level.COUNTY, Project.Stage.ARGUED);
        return work.write(
                actor,
                () -> gate.hold(actor, asked, id, version)
                        .then(project -> document.isBlank() || opinion.isBlank()
                                ? Answer.refused(ProjectRefusal.REASON_MISSING)
                                : another(actor, project, "submitted", "argued"))
                        .map(project -> {
                            String note = document.strip() + "　" + opinion.strip();
                            return approved
                                    ? advanced(actor, project, Project.Stage.DECIDED, "decided", note, today)
                                    : advanced(actor, project, Project.Stage.REFUSED, "refused", note, today);
                        }));
    }

    /** 退回: back to who wrote it, with the reason; by the level at which it is. */
    public Answer<Project> sendBack(Actor actor, long id, int version, String reason, LocalDate today) {
        Asked town = Asked.of(Right.PROJECT_CHECK, Levels.Level.TOWN, Project.Stage.SUBMITTED);
        Asked county = Asked.of(
                Right.PROJECT_DECIDE,
                Levels.Level.COUNTY,
                Project.Stage.CHECKED,
                Project.Stage.ARGUED,
                Project.Stage.DECIDED,
                Project.Stage.PUBLISHED);
        return work.write(actor, () -> {
            if (reason.isBlank()) {
                return Answer.refused(ProjectRefusal.REASON_MISSING);
            }
            boolean ofTown = rows.find(id)
                    .filter(project -> project.stage() == Project.Stage.SUBMITTED)
                    .isPresent();
            return gate.hold(actor, ofTown ? town : county, id, version)
                    .map(project -> advanced(actor, project, Project.Stage.PLANNED, "sent-back", reason, today));
        });
    }

    /** The project, unless who asks took one of these steps last himself. */
    private Answer<Project> another(Actor actor, Project project, String... steps) {
        for (String step : steps) {
            switch (Separation.check(rows.lastBy(project, step), actor.userId())) {
                case Answer.Refused<Long> refused -> {
                    return new Answer.Refused<>(refused.reason(), refused.arguments());
                }
                case Answer.Done<Long> done -> {}
            }
        }
        return Answer.done(project);
    }

    private Project advanced(
            Actor actor, Project project, Project.Stage stage, String what, String note, LocalDate today) {
        rows.advance(actor, project, stage, what, note, today);
        AuditAction action = switch (stage) {
            case PLANNED, REFUSED, DROPPED -> AuditAction.REFUSED;
            case SUBMITTED,
                    CHECKED,
                    ARGUED,
                    DECIDED,
                    PUBLISHED,
                    POOLED,
                    SCHEDULED,
                    IMPLEMENTING,
                    COMPLETED,
                    ACCEPTED,
                    RESULT_PUBLISHED,
                    CLOSED -> AuditAction.APPROVED;
        };
        audit.record(actor, action, project.subject(), Map.of("stage", Project.word(stage)));
        return rows.find(project.id()).orElseThrow();
    }
}
