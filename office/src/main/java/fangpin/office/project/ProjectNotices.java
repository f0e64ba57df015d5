package fangpin.office.project;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.project.internal.NoticeRows;
import fangpin.office.project.internal.ProjectGate;
import fangpin.office.project.internal.ProjectGate.Asked;
import fangpin.office.project.internal.ProjectRows;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** 公告公示 (WH6 §3.3): a project hangs on the board of its town or village, ten days at least, before it enters the pool and when it is done. */
@Service
public final class ProjectNotices {
    private static final Asked PUBLISHES =
            Asked.here(Right.PROJECT_WRITE, Project.Stage.DECIDED, Project.Stage.ACCEPTED);
    private static final Asked HEARS =
            Asked.here(Right.PROJECT_WRITE, Project.Stage.PUBLISHED, Project.Stage.RESULT_PUBLISHED);
    private static final Asked ANSWERS =
            Asked.office(Right.PROJECT_CHECK, Project.Stage.PUBLISHED, Project.Stage.RESULT_PUBLISHED);

    private final ScopedWork work;
    private final ProjectRows rows;
    private final ProjectGate gate;
    private final NoticeRows notices;
    private final Audit audit;
    private final int leastDays;

    /**
     * Over the office's rows.
     *
     * @param leastDays a board notice hangs; the packs name none, the rule for boards of towns and villages does
     */
    ProjectNotices(
            ScopedWork work,
            ProjectRows rows,
            ProjectGate gate,
            NoticeRows notices,
            Audit audit,
            @Value("${fangpin.project.notice-days:10}") int leastDays) {
        this.work = work;
        this.rows = rows;
        this.gate = gate;
        this.notices = notices;
        this.audit = audit;
        this.leastDays = leastDays;
    }

    /** The fewest days that a notice hangs. */
    public int leastDays() {
        return leastDays;
    }

    /**
     * Hangs a project out.
     *
     * @param to last day, counted
     */
    public Answer<Project> publish(
            Actor actor, long id, int version, String board, LocalDate from, LocalDate to, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, PUBLISHES, id, version).then(project -> {
                    if (board.isBlank()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    LocalDate end = to.plusDays(1);
                    if (ChronoUnit.DAYS.between(from, end) < leastDays) {
                        return Answer.refused(ProjectRefusal.NOTICE_SHORT, leastDays);
                    }
                    if (from.isBefore(project.stageSince()) || from.isAfter(today)) {
                        return Answer.refused(ProjectRefusal.BAD_DATE);
                    }
                    boolean entry = project.stage() == Project.Stage.DECIDED;
                    notices.insert(
                            actor,
                            project,
                            entry ? ProjectNotice.Phase.ENTRY : ProjectNotice.Phase.RESULT,
                            board,
                            from,
                            end);
                    Project.Stage next = entry ? Project.Stage.PUBLISHED : Project.Stage.RESULT_PUBLISHED;
                    rows.advance(actor, project, next, Project.word(next), board, today);
                    audit.record(
                            actor, AuditAction.PUBLISHED, project.subject(), Map.of("from", "" + from, "to", "" + to));
                    return Answer.done(rows.find(id).orElseThrow());
                }));
    }

    /** Writes an objection down. */
    public Answer<Project> object(Actor actor, long id, String said, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, HEARS, id).then(project -> {
                    Optional<ProjectNotice> notice = notices.of(id).stream().reduce((earlier, later) -> later);
                    if (said.isBlank() || notice.isEmpty()) {
                        return Answer.refused(ProjectRefusal.MISSING_FIELD);
                    }
                    notices.object(actor, project, notice.get(), said, today);
                    rows.step(actor, project, "objected", said, today);
                    audit.record(actor, AuditAction.ENTERED, project.subject(), Map.of("notice", "objection"));
                    return Answer.done(project);
                }));
    }

    /** Answers an objection. */
    public Answer<Project> answer(Actor actor, long id, long objection, String answer, LocalDate today) {
        return work.write(
                actor,
                () -> gate.hold(actor, ANSWERS, id).then(project -> {
                    if (answer.isBlank()) {
                        return Answer.refused(ProjectRefusal.REASON_MISSING);
                    }
                    if (!notices.answer(actor, project, objection, answer, today)) {
                        return Answer.refused(ProjectRefusal.NOT_FOUND);
                    }
                    rows.step(actor, project, "answered", answer, today);
                    audit.record(actor, AuditAction.CHANGED, project.subject(), Map.of("objection", "" + objection));
                    return Answer.done(project);
                }));
    }
}
