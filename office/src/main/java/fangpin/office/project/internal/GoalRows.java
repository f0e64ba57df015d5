package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.PerformanceGoal;
import fangpin.office.project.Project;
import fangpin.office.project.SelfReview;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of goals, of what was seen of them, and of self-reviews. */
@Component
public final class GoalRows {
    private final JdbcClient database;

    GoalRows(JdbcClient database) {
        this.database = database;
    }

    /** A goal as it is typed. */
    public record Typed(PerformanceGoal.Kind kind, String name, String unit, boolean atLeast, BigDecimal target) {}

    /** Keeps a goal. */
    public long insert(Actor actor, Project project, Typed goal, LocalDate today) {
        return database.sql("""
                        insert into project.goal (project_id, path, kind, name, unit, at_least, target, set_on, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        project.id(),
                        project.path(),
                        Project.word(goal.kind()),
                        goal.name().strip(),
                        goal.unit().strip(),
                        goal.atLeast(),
                        goal.target(),
                        today,
                        actor.userId())
                .query(Long.class)
                .single();
    }

    /** Takes a goal of a project away; whether there was one. */
    public boolean remove(Project project, long goal) {
        return database.sql("delete from project.goal where project_id = ? and id = ?")
                        .params(project.id(), goal)
                        .update()
                > 0;
    }

    /** The goals of a project, in the order of their kinds. */
    public List<PerformanceGoal> of(long project) {
        return database.sql("""
                        select goal.*, mid.value as mid_value, mid.observed_on as mid_on, mid.note as mid_note,
                            final.value as final_value, final.observed_on as final_on, final.note as final_note
                        from project.goal
                        left join project.goal_value mid on mid.goal_id = goal.id and mid.phase = 'mid-year'
                        left join project.goal_value final on final.goal_id = goal.id and final.phase = 'final'
                        where goal.project_id = ?
                        order by array_position(array['quantity', 'quality', 'time', 'cost', 'benefit', 'satisfaction'], goal.kind), goal.id
                        """)
                .param(project)
                .query((row, number) -> new PerformanceGoal(
                        row.getLong("id"),
                        ProjectRows.value(PerformanceGoal.Kind.class, row.getString("kind")),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getBoolean("at_least"),
                        row.getBigDecimal("target"),
                        observed(row, "mid"),
                        observed(row, "final")))
                .list();
    }

    private static PerformanceGoal.@Nullable Observed observed(ResultSet row, String phase) throws SQLException {
        BigDecimal value = row.getBigDecimal(phase + "_value");
        return value == null
                ? null
                : new PerformanceGoal.Observed(
                        value, row.getObject(phase + "_on", LocalDate.class), row.getString(phase + "_note"));
    }

    /** The kinds of goals that are not set. */
    public Set<PerformanceGoal.Kind> missing(long project) {
        Set<PerformanceGoal.Kind> kinds = EnumSet.allOf(PerformanceGoal.Kind.class);
        of(project).forEach(goal -> kinds.remove(goal.kind()));
        return kinds;
    }

    /** Keeps what was seen of a goal; what was seen before at the same time of the year is replaced. */
    public void observe(
            Actor actor,
            Project project,
            long goal,
            PerformanceGoal.Phase phase,
            BigDecimal value,
            String note,
            LocalDate today) {
        database.sql("""
                        insert into project.goal_value (goal_id, project_id, path, phase, value, note, observed_on, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (goal_id, phase) do update set value = excluded.value, note = excluded.note,
                            observed_on = excluded.observed_on, entered_by = excluded.entered_by
                        """)
                .params(
                        goal,
                        project.id(),
                        project.path(),
                        Project.word(phase),
                        value,
                        note.strip(),
                        today,
                        actor.userId())
                .update();
    }

    /** Keeps a self-review. */
    public long review(Actor actor, Project project, int score, String said, LocalDate today) {
        return database.sql("""
                        insert into project.self_review (project_id, path, score, said, reviewed_on, entered_by)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(project.id(), project.path(), score, said.strip(), today, actor.userId())
                .query(Long.class)
                .single();
    }

    /** The self-reviews of a project, the first first. */
    public List<SelfReview> reviews(long project) {
        return database.sql("select * from project.self_review where project_id = ? order by id")
                .param(project)
                .query((row, number) -> new SelfReview(
                        row.getLong("id"),
                        row.getInt("score"),
                        row.getString("said"),
                        row.getObject("reviewed_on", LocalDate.class),
                        row.getLong("entered_by"),
                        row.getObject("confirmed_on", LocalDate.class)))
                .list();
    }

    /** Another person confirmed it. */
    public void confirm(Actor actor, long review, LocalDate today) {
        database.sql("update project.self_review set confirmed_by = ?, confirmed_on = ? where id = ?")
                .params(actor.userId(), today, review)
                .update();
    }
}
