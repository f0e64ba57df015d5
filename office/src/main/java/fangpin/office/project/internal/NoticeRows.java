package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of notices and objections. */
@Component
public final class NoticeRows {
    private final JdbcClient database;

    NoticeRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a notice. */
    public long insert(
            Actor actor, Project project, ProjectNotice.Phase phase, String board, LocalDate from, LocalDate to) {
        return database.sql("""
                        insert into project.notice (project_id, path, phase, board, shown_from, shown_to, published_by)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(project.id(), project.path(), Project.word(phase), board.strip(), from, to, actor.userId())
                .query(Long.class)
                .single();
    }

    /** The notices of a project, the first first. */
    public List<ProjectNotice> of(long project) {
        return database.sql("select * from project.notice where project_id = ? order by id")
                .param(project)
                .query((row, number) -> new ProjectNotice(
                        row.getLong("id"),
                        ProjectRows.value(ProjectNotice.Phase.class, row.getString("phase")),
                        row.getString("board"),
                        row.getObject("shown_from", LocalDate.class),
                        row.getObject("shown_to", LocalDate.class),
                        row.getLong("published_by"),
                        objections(row.getLong("id"))))
                .list();
    }

    /** The last notice of a kind. */
    public Optional<ProjectNotice> last(long project, ProjectNotice.Phase phase) {
        return of(project).stream().filter(one -> one.phase() == phase).reduce((earlier, later) -> later);
    }

    private List<ProjectNotice.Objection> objections(long notice) {
        return database.sql("select * from project.objection where notice_id = ? order by id")
                .param(notice)
                .query((row, number) -> new ProjectNotice.Objection(
                        row.getLong("id"),
                        row.getString("said"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("answer"),
                        row.getObject("answered_on", LocalDate.class)))
                .list();
    }

    /** Keeps an objection. */
    public void object(Actor actor, Project project, ProjectNotice notice, String said, LocalDate today) {
        database.sql("""
                        insert into project.objection (notice_id, project_id, path, said, received_on, entered_by) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(notice.id(), project.id(), project.path(), said.strip(), today, actor.userId())
                .update();
    }

    /** Answers an objection of a project that has no answer yet; whether there was one. */
    public boolean answer(Actor actor, Project project, long objection, String answer, LocalDate today) {
        return database.sql("""
                        update project.objection set answer = ?, answered_on = ?, answered_by = ?
                        where id = ? and project_id = ? and answer is null
                        """)
                        .params(answer.strip(), today, actor.userId(), objection, project.id())
                        .update()
                > 0;
    }
}
