package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.Opinion;
import fangpin.office.project.Project;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of departments' opinions. */
@Component
public final class OpinionRows {
    private final JdbcClient database;

    OpinionRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps an opinion. */
    public long insert(Actor actor, Project project, Opinion said) {
        return database.sql("""
                        insert into project.opinion (project_id, path, department, favourable, said, given_on, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        project.id(),
                        project.path(),
                        said.department().strip(),
                        said.favourable(),
                        said.said().strip(),
                        said.givenOn(),
                        actor.userId())
                .query(Long.class)
                .single();
    }

    /** Those given since the project was last sent back, the first first. */
    public List<Opinion> of(long project) {
        return database.sql("""
                        select opinion.* from project.opinion where project_id = :id and known_from >= coalesce(
                            (select max(step.known_from) from project.step where step.project_id = :id and step.what = 'sent-back'),
                            '-infinity')
                        order by id
                        """)
                .param("id", project)
                .query((row, number) -> new Opinion(
                        row.getLong("id"),
                        row.getString("department"),
                        row.getBoolean("favourable"),
                        row.getString("said"),
                        row.getObject("given_on", LocalDate.class),
                        row.getLong("entered_by")))
                .list();
    }
}
