package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.ProgressReport;
import fangpin.office.project.Project;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of progress reports. */
@Component
public final class ProgressRows {
    private final JdbcClient database;

    ProgressRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a report. */
    public long insert(Actor actor, Project project, int percent, String said, LocalDate today) {
        return database.sql("""
                        insert into project.progress (project_id, path, reported_on, percent, said, entered_by)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(project.id(), project.path(), today, percent, said.strip(), actor.userId())
                .query(Long.class)
                .single();
    }

    /** The reports of a project, the first first. */
    public List<ProgressReport> of(long project) {
        return database.sql("select * from project.progress where project_id = ? order by id")
                .param(project)
                .query((row, number) -> new ProgressReport(
                        row.getLong("id"),
                        row.getObject("reported_on", LocalDate.class),
                        row.getInt("percent"),
                        row.getString("said"),
                        row.getLong("entered_by")))
                .list();
    }
}
