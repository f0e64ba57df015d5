package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.BudgetLine;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectPlan;
import fangpin.office.project.ProjectQuery;
import fangpin.office.project.ProjectStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of projects, their budgets and their steps. */
@Component
public final class ProjectRows {
    private static final String PROJECT = """
            select project.*, register.place_name(project.path) as place, budget.*
            from project.project cross join lateral (
                select coalesce(sum(line.amount_fen), 0) as budget_fen, array_agg(line.level order by line.number) as levels,
                    array_agg(line.source order by line.number) as sources, array_agg(line.purpose order by line.number) as purposes,
                    array_agg(line.amount_fen order by line.number) as amounts
                from project.budget_line line where line.project_id = project.id) budget
            """;
    private static final String LIST = PROJECT + """
             where project.path >= :path and project.path < :path || '~'
               and (:year::integer is null or coalesce(project.plan_year, project.year) = :year)
               and (:stage::text is null or project.stage = :stage)
               and (:item::text = '' or project.item = :item)
               and (:open::boolean is not true or project.stage not in ('closed', 'dropped', 'refused'))
             order by case :sort when 'place' then project.path when 'number' then project.number end,
                case :sort when 'budget' then budget_fen end desc,
                case :sort when 'stage' then array_position(:stages::text[], project.stage) end,
                case :sort when 'recent' then project.stage_since end desc, project.id desc
             limit :most offset :skip
            """;

    private final JdbcClient database;

    ProjectRows(JdbcClient database) {
        this.database = database;
    }

    /** A project. */
    public Optional<Project> find(long id) {
        return database.sql(PROJECT + " where project.id = ?")
                .param(id)
                .query(ProjectRows::project)
                .optional();
    }

    /** A project, held until the transaction ends. */
    public Optional<Project> hold(long id) {
        return database.sql(PROJECT + " where project.id = ? for update of project")
                .param(id)
                .query(ProjectRows::project)
                .optional();
    }

    /** The projects that a query asks for. */
    public List<Project> list(ProjectQuery query) {
        return database.sql(LIST)
                .param("path", query.path())
                .param("year", query.year())
                .param("stage", query.stage() == null ? null : Project.word(query.stage()))
                .param("item", query.item())
                .param("open", query.open())
                .param("sort", Project.word(query.sort()))
                .param("stages", stages())
                .param("most", query.most())
                .param("skip", query.skip())
                .query(ProjectRows::project)
                .list();
    }

    private static String[] stages() {
        return java.util.stream.Stream.of(Project.Stage.values())
                .map(Project::word)
                .toArray(String[]::new);
    }

    /** The projects at these stages, those that wait longest first. */
    public List<Project> at(List<Project.Stage> stages, int most) {
        return database.sql(PROJECT + " where project.stage = any(?) order by project.stage_since, project.id limit ?")
                .params(stages.stream().map(Project::word).toArray(String[]::new), most)
                .query(ProjectRows::project)
                .list();
    }

    /** Writes a plan down. */
    public long insert(Actor actor, ProjectPlan plan, LocalDate today) {
        long id = database.sql("""
                        insert into project.project (path, division_code, year, name, pack, item, content, benefit, implementer, responsible,
                            starts_on, ends_on, for_instant_help, households, persons, met_on, stage_since, entered_by)
                        select path, code, :year, :name, :pack, :item, :content, :benefit, :implementer, :responsible, :starts, :ends,
                            :instant, :households, :persons, :met, :today, :actor
                        from register.division where path = :path returning id
                        """)
                .param("path", plan.path())
                .param("year", plan.year())
                .param("name", plan.name().strip())
                .param("pack", plan.pack())
                .param("item", plan.item())
                .param("content", plan.content().strip())
                .param("benefit", plan.benefit().strip())
                .param("implementer", plan.implementer().strip())
                .param("responsible", plan.responsible().strip())
                .param("starts", plan.startsOn())
                .param("ends", plan.endsOn())
                .param("instant", plan.forInstantHelp())
                .param("households", plan.households())
                .param("persons", plan.persons())
                .param("met", plan.metOn())
                .param("today", today)
                .param("actor", actor.userId())
                .query(Long.class)
                .single();
        budget(id, plan);
        return id;
    }

    /** Writes a plan anew; its place and year stay, for they are in its number. */
    public void change(Project project, ProjectPlan plan) {
        database.sql("""
                        update project.project set name = :name, pack = :pack, item = :item, content = :content, benefit = :benefit,
                            implementer = :implementer, responsible = :responsible, starts_on = :starts, ends_on = :ends,
                            for_instant_help = :instant, households = :households, persons = :persons, met_on = :met, version = version + 1
                        where id = :id
                        """)
                .param("id", project.id())
                .param("name", plan.name().strip())
                .param("pack", plan.pack())
                .param("item", plan.item())
                .param("content", plan.content().strip())
                .param("benefit", plan.benefit().strip())
                .param("implementer", plan.implementer().strip())
                .param("responsible", plan.responsible().strip())
                .param("starts", plan.startsOn())
                .param("ends", plan.endsOn())
                .param("instant", plan.forInstantHelp())
                .param("households", plan.households())
                .param("persons", plan.persons())
                .param("met", plan.metOn())
                .update();
        database.sql("delete from project.budget_line where project_id = ?")
                .param(project.id())
                .update();
        budget(project.id(), plan);
    }

    private void budget(long id, ProjectPlan plan) {
        int number = 1;
        for (BudgetLine line : plan.budget()) {
            database.sql("""
                            insert into project.budget_line (project_id, number, path, level, source, purpose, amount_fen)
                            select id, ?, path, ?, ?, ?, ? from project.project where id = ?
                            """)
                    .params(
                            number,
                            Project.word(line.level()),
                            line.source().strip(),
                            line.purpose().strip(),
                            line.amountFen(),
                            id)
                    .update();
            number++;
        }
    }

    /** Moves a project to a stage and writes the step down; what its new stage says besides is said with it. */
    public void advance(Actor actor, Project project, Project.Stage stage, String what, String note, LocalDate today) {
        database.sql("""
                        update project.project set stage = :stage, stage_since = :today, version = version + 1,
                            pooled_on = case when :stage = 'pooled' then coalesce(pooled_on, :today) else pooled_on end
                        where id = :id
                        """)
                .param("stage", Project.word(stage))
                .param("today", today)
                .param("id", project.id())
                .update();
        step(actor, project, what, note, today);
    }

    /** Puts it in the plan of a year; null takes it out. */
    public void plan(Project project, @org.jspecify.annotations.Nullable Integer year) {
        database.sql("update project.project set plan_year = :year where id = :id")
                .param("year", year)
                .param("id", project.id())
                .update();
    }

    /** Who does the work. */
    public void contract(Project project, String contractor) {
        database.sql("update project.project set contractor = ? where id = ?")
                .params(contractor.strip(), project.id())
                .update();
    }

    /** Writes a step down. */
    public void step(Actor actor, Project project, String what, String note, LocalDate today) {
        database.sql("""
                        insert into project.step (project_id, number, path, what, happened_on, note, entered_by)
                        select :id, coalesce(max(number), 0) + 1, :path, :what, :day, :note, :actor
                        from project.step where project_id = :id
                        """)
                .param("id", project.id())
                .param("path", project.path())
                .param("what", what)
                .param("day", today)
                .param("note", note.strip())
                .param("actor", actor.userId())
                .update();
    }

    /** The steps of a project, the first first. */
    public List<ProjectStep> steps(long project) {
        return database.sql("select * from project.step where project_id = ? order by number")
                .param(project)
                .query((row, number) -> new ProjectStep(
                        row.getInt("number"),
                        row.getString("what"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("note"),
                        row.getLong("entered_by")))
                .list();
    }

    /** Who took a step last; 0 when nobody did. */
    public long lastBy(Project project, String what) {
        return database.sql("""
                        select entered_by from project.step where project_id = ? and what = ? order by number desc limit 1
                        """)
                .params(project.id(), what)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The value of one of our enums, as the database writes it. */
    static <E extends Enum<E>> E value(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Project project(ResultSet row, int number) throws SQLException {
        return new Project(
                row.getLong("id"),
                row.getString("number"),
                row.getString("path"),
                row.getString("place"),
                new ProjectPlan(
                        row.getString("path"),
                        row.getInt("year"),
                        row.getString("name"),
                        row.getString("pack"),
                        row.getString("item"),
                        row.getString("content"),
                        row.getString("benefit"),
                        row.getString("implementer"),
                        row.getString("responsible"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBoolean("for_instant_help"),
                        row.getInt("households"),
                        row.getInt("persons"),
                        row.getObject("met_on", LocalDate.class),
                        lines(row)),
                value(Project.Stage.class, row.getString("stage")),
                row.getObject("stage_since", LocalDate.class),
                row.getObject("plan_year", Integer.class),
                row.getString("contractor"),
                row.getObject("pooled_on", LocalDate.class),
                row.getLong("budget_fen"),
                row.getInt("version"));
    }

    private static List<BudgetLine> lines(ResultSet row) throws SQLException {
        List<BudgetLine> lines = new ArrayList<>();
        if (row.getArray("levels") != null) {
            String[] levels = (String[]) row.getArray("levels").getArray();
            String[] sources = (String[]) row.getArray("sources").getArray();
            String[] purposes = (String[]) row.getArray("purposes").getArray();
            Long[] amounts = (Long[]) row.getArray("amounts").getArray();
            for (int i = 0; i < levels.length; i++) {
                lines.add(
                        new BudgetLine(value(BudgetLine.Level.class, levels[i]), sources[i], purposes[i], amounts[i]));
            }
        }
        return lines;
    }
}
