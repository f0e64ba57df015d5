package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectAsset;
import fangpin.office.project.Upkeep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of assets and of their upkeep. */
@Component
public final class AssetRows {
    private static final String ASSET = "select asset.*, register.place_name(asset.path) as place from project.asset";

    private final JdbcClient database;

    AssetRows(JdbcClient database) {
        this.database = database;
    }

    /** An asset as it is typed. */
    public record Typed(
            ProjectAsset.Kind kind,
            String name,
            String amount,
            String owner,
            String keeper,
            long valueFen,
            LocalDate inUseOn) {}

    /** Keeps an asset. */
    public long insert(Actor actor, Project project, Typed asset, LocalDate today) {
        return database.sql("""
                        insert into project.asset (project_id, path, kind, name, amount, owner, keeper, value_fen, in_use_on, state_on,
                            entered_on, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        project.id(),
                        project.path(),
                        Project.word(asset.kind()),
                        asset.name().strip(),
                        asset.amount().strip(),
                        asset.owner().strip(),
                        asset.keeper().strip(),
                        asset.valueFen(),
                        asset.inUseOn(),
                        today,
                        today,
                        actor.userId())
                .query(Long.class)
                .single();
    }

    /** The assets of a project, the first first. */
    public List<ProjectAsset> of(long project) {
        return database.sql(ASSET + " where asset.project_id = ? order by asset.id")
                .param(project)
                .query(AssetRows::asset)
                .list();
    }

    /** The register of assets at or below a place. */
    public List<ProjectAsset> register(String path, int skip, int most) {
        return database.sql(ASSET + """
                         where asset.path >= :path and asset.path < :path || '~' order by asset.path, asset.id limit :most offset :skip
                        """)
                .param("path", path)
                .param("skip", skip)
                .param("most", most)
                .query(AssetRows::asset)
                .list();
    }

    /** Another person confirmed the title. */
    public void confirm(Actor actor, long asset, String certificate, LocalDate today) {
        database.sql("update project.asset set confirmed_by = ?, confirmed_on = ?, certificate = ? where id = ?")
                .params(actor.userId(), today, certificate.strip(), asset)
                .update();
    }

    /** How it is now. */
    public void state(long asset, ProjectAsset.State state, String note, LocalDate today) {
        database.sql("update project.asset set state = ?, state_on = ?, state_note = ? where id = ?")
                .params(Project.word(state), today, note.strip(), asset)
                .update();
    }

    /** Keeps who keeps it running. */
    public long keep(Actor actor, Project project, Upkeep upkeep) {
        return database.sql("""
                        insert into project.upkeep (project_id, path, keeper, yearly_cost_fen, paid_from, since, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        project.id(),
                        project.path(),
                        upkeep.keeper().strip(),
                        upkeep.yearlyCostFen(),
                        upkeep.paidFrom().strip(),
                        upkeep.since(),
                        actor.userId())
                .query(Long.class)
                .single();
    }

    /** Who keeps a project running, the first first. */
    public List<Upkeep> upkeep(long project) {
        return database.sql("select * from project.upkeep where project_id = ? order by since, id")
                .param(project)
                .query((row, number) -> new Upkeep(
                        row.getString("keeper"),
                        row.getLong("yearly_cost_fen"),
                        row.getString("paid_from"),
                        row.getObject("since", LocalDate.class),
                        row.getLong("entered_by")))
                .list();
    }

    private static ProjectAsset asset(ResultSet row, int number) throws SQLException {
        return new ProjectAsset(
                row.getLong("id"),
                row.getLong("project_id"),
                row.getString("place"),
                ProjectRows.value(ProjectAsset.Kind.class, row.getString("kind")),
                row.getString("name"),
                row.getString("amount"),
                row.getString("owner"),
                row.getString("keeper"),
                row.getLong("value_fen"),
                row.getObject("in_use_on", LocalDate.class),
                ProjectRows.value(ProjectAsset.State.class, row.getString("state")),
                row.getObject("state_on", LocalDate.class),
                row.getString("state_note"),
                row.getLong("entered_by"),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("certificate"));
    }
}
