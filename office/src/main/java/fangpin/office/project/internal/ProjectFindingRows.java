package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectFinding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of findings. */
@Component
public final class ProjectFindingRows {
    private final JdbcClient database;

    ProjectFindingRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a finding. */
    public long insert(
            Actor actor,
            Project project,
            ProjectFinding.Rule rule,
            String clause,
            String evidence,
            String owner,
            LocalDate dueOn,
            LocalDate today) {
        return database.sql("""
                        insert into project.finding (project_id, path, rule, clause, evidence, owner, due_on, found_on, found_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        project.id(),
                        project.path(),
                        Project.word(rule),
                        clause,
                        evidence.strip(),
                        owner.strip(),
                        dueOn,
                        today,
                        actor.userId())
                .query(Long.class)
                .single();
    }

    /** The findings of a project, the first first. */
    public List<ProjectFinding> of(long project) {
        return database.sql("select * from project.finding where project_id = ? order by id")
                .param(project)
                .query(ProjectFindingRows::finding)
                .list();
    }

    /** Findings that are not closed, the most urgent first. */
    public List<ProjectFinding> open(int most) {
        return database.sql("select * from project.finding where closed_by is null order by due_on, id limit ?")
                .param(most)
                .query(ProjectFindingRows::finding)
                .list();
    }

    /** A finding of a project. */
    public Optional<ProjectFinding> find(long project, long finding) {
        return database.sql("select * from project.finding where project_id = ? and id = ? for update")
                .params(project, finding)
                .query(ProjectFindingRows::finding)
                .optional();
    }

    /** What was done about it. */
    public void rectify(Actor actor, long finding, String said, LocalDate today) {
        database.sql("update project.finding set rectified = ?, rectified_on = ?, rectified_by = ? where id = ?")
                .params(said.strip(), today, actor.userId(), finding)
                .update();
    }

    /** It is put right. */
    public void close(Actor actor, long finding, String said, LocalDate today) {
        database.sql("update project.finding set closing = ?, closed_on = ?, closed_by = ? where id = ?")
                .params(said.strip(), today, actor.userId(), finding)
                .update();
    }

    /** It is not put right: what was done counts no more. */
    public void reopen(long finding) {
        database.sql("""
                        update project.finding set rectified = null, rectified_on = null, rectified_by = null where id = ?
                        """).param(finding).update();
    }

    private static ProjectFinding finding(ResultSet row, int number) throws SQLException {
        return new ProjectFinding(
                row.getLong("id"),
                row.getLong("project_id"),
                ProjectRows.value(ProjectFinding.Rule.class, row.getString("rule")),
                row.getString("clause"),
                row.getString("evidence"),
                row.getString("owner"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("found_on", LocalDate.class),
                row.getLong("found_by"),
                row.getString("rectified"),
                row.getObject("rectified_on", LocalDate.class),
                row.getObject("rectified_by", Long.class),
                row.getString("closing"),
                row.getObject("closed_on", LocalDate.class));
    }
}
