package fangpin.office.project.internal;

import fangpin.office.project.PerformanceGoal;
import fangpin.office.project.Project;
import fangpin.office.project.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How projects stand, as one row each. */
@Component
public final class StandingRows {
    private static final String STANDING = """
            select * from (select project.id, project.number, project.path, project.name, project.pack, project.item,
                coalesce(project.plan_year, project.year) as year, project.stage, project.for_instant_help, project.households, project.persons,
                (select count(distinct goal.kind) from project.goal where goal.project_id = project.id) as goal_kinds,
                exists (select from project.gate_exception one where one.project_id = project.id and one.granted
                    and one.gate = 'pool-before-money') as exception_decided,
                (select coalesce(sum(line.amount_fen), 0) from project.budget_line line where line.project_id = project.id) as budget_fen
            from project.project) standing
            """;

    private final JdbcClient database;

    StandingRows(JdbcClient database) {
        this.database = database;
    }

    /** Those of these numbers that are seen, by number. */
    public List<Standing> of(List<Long> projects) {
        return database.sql(STANDING + " where id = any(?) order by number")
                .param(projects.toArray(Long[]::new))
                .query(StandingRows::standing)
                .list();
    }

    /** Those of a place that money may go to in a year, by number. */
    public List<Standing> fundable(String path, int year) {
        return database.sql(STANDING + """
                         where path >= :path and path < :path || '~' and year = :year
                           and (stage in ('scheduled', 'implementing', 'completed', 'accepted', 'result-published', 'closed')
                             or (exception_decided and stage in ('submitted', 'checked', 'argued', 'decided', 'published', 'pooled')))
                         order by number
                        """)
                .param("path", path)
                .param("year", year)
                .query(StandingRows::standing)
                .list();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        Project.Stage stage = ProjectRows.value(Project.Stage.class, row.getString("stage"));
        return new Standing(
                row.getLong("id"),
                row.getString("number"),
                row.getString("path"),
                row.getString("name"),
                row.getString("pack"),
                row.getString("item"),
                row.getInt("year"),
                row.getString("stage"),
                stage.inPool(),
                row.getInt("goal_kinds") == PerformanceGoal.Kind.values().length,
                row.getBoolean("exception_decided"),
                row.getBoolean("for_instant_help"),
                row.getLong("budget_fen"),
                row.getLong("households"),
                row.getLong("persons"));
    }
}
