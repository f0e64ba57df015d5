package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.Adjustment;
import fangpin.office.project.Project;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of adjustments. */
@Component
public final class AdjustmentRows {
    private final JdbcClient database;

    AdjustmentRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what was proposed. */
    public long insert(
            Actor actor,
            Project project,
            Adjustment.Kind kind,
            @Nullable Integer year,
            String reason,
            LocalDate today) {
        return database.sql("""
                        insert into project.adjustment (project_id, path, kind, year, reason, proposed_on, proposed_by)
                        values (:project, :path, :kind, :year, :reason, :today, :actor) returning id
                        """)
                .param("project", project.id())
                .param("path", project.path())
                .param("kind", Project.word(kind))
                .param("year", year)
                .param("reason", reason.strip())
                .param("today", today)
                .param("actor", actor.userId())
                .query(Long.class)
                .single();
    }

    /** Keeps what was decided. */
    public void decide(Actor actor, long adjustment, boolean granted, String answer, LocalDate today) {
        database.sql(
                        "update project.adjustment set granted = ?, answer = ?, decided_on = ?, decided_by = ? where id = ?")
                .params(granted, answer.strip(), today, actor.userId(), adjustment)
                .update();
    }

    /** What waits for another person. */
    public Optional<Adjustment> open(long project) {
        return database.sql("select * from project.adjustment where project_id = ? and granted is null for update")
                .param(project)
                .query(AdjustmentRows::adjustment)
                .optional();
    }

    /** All that wait, the oldest first. */
    public List<Adjustment> waiting(int most) {
        return database.sql("select * from project.adjustment where granted is null order by id limit ?")
                .param(most)
                .query(AdjustmentRows::adjustment)
                .list();
    }

    /** The adjustments of a project, the first first. */
    public List<Adjustment> of(long project) {
        return database.sql("select * from project.adjustment where project_id = ? order by id")
                .param(project)
                .query(AdjustmentRows::adjustment)
                .list();
    }

    private static Adjustment adjustment(ResultSet row, int number) throws SQLException {
        return new Adjustment(
                row.getLong("id"),
                row.getLong("project_id"),
                ProjectRows.value(Adjustment.Kind.class, row.getString("kind")),
                row.getObject("year", Integer.class),
                row.getString("reason"),
                row.getObject("proposed_on", LocalDate.class),
                row.getLong("proposed_by"),
                row.getObject("granted", Boolean.class),
                row.getString("answer"),
                row.getObject("decided_on", LocalDate.class));
    }
}
