package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectIncome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of income and of who gets it. */
@Component
public final class IncomeRows {
    private static final String CANDIDATES = """
            select household.id, household.path, household.number, count(distinct helped.person_id) as persons,
                bool_or(helped.kind = 'policy-beneficiary') as beneficiary,
                (select member.name from register.person member where member.household_id = household.id and member.merged_into is null
                    order by member.died_on is not null, member.relation <> '02', member.relation, member.id limit 1) as head,
                exists (select from register.division_mark mark where mark.path = household.path and mark.mark = 'key-village'
                    and mark.valid_from <= :day and (mark.valid_to is null or mark.valid_to > :day)) as key_village
            from register.household
            join register.person on person.household_id = household.id and person.merged_into is null
            join register.status_spell helped on helped.person_id = person.id and helped.known_to = 'infinity'
                and helped.kind in ('policy-beneficiary', 'instant-help')
                and helped.valid_from <= :day and (helped.valid_to is null or helped.valid_to > :day)
            where household.path >= :path and household.path < :path || '~' and household.closed_on is null
            group by household.id order by household.number limit :most
            """;

    private final JdbcClient database;

    IncomeRows(JdbcClient database) {
        this.database = database;
    }

    /** An income as it is typed. */
    public record Typed(
            int year, String payer, LocalDate receivedOn, long amountFen, long upkeepFen, long villageFen) {}

    /** Households of a place with somebody who is helped on a day, by number. */
    public List<ProjectIncome.Candidate> candidates(String path, LocalDate day, int most) {
        return database.sql(CANDIDATES)
                .param("path", path)
                .param("day", day)
                .param("most", most)
                .query((row, number) -> new ProjectIncome.Candidate(
                        row.getLong("id"),
                        row.getString("path"),
                        row.getString("number"),
                        row.getString("head"),
                        row.getInt("persons"),
                        row.getBoolean("beneficiary") ? "policy-beneficiary" : "instant-help",
                        row.getBoolean("key_village")))
                .list();
    }

    /** Keeps an income. */
    public long insert(Actor actor, Project project, Typed income) {
        return database.sql("""
                        insert into project.income (project_id, path, year, payer, received_on, amount_fen, upkeep_fen, village_fen, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        project.id(),
                        project.path(),
                        income.year(),
                        income.payer().strip(),
                        income.receivedOn(),
                        income.amountFen(),
                        income.upkeepFen(),
                        income.villageFen(),
                        actor.userId())
                .query(Long.class)
                .single();
    }

    /** The incomes of a project, by year. */
    public List<ProjectIncome> of(long project) {
        return database.sql("select * from project.income where project_id = ? order by year, id")
                .param(project)
                .query((row, number) -> new ProjectIncome(
                        row.getLong("id"),
                        row.getInt("year"),
                        row.getString("payer"),
                        row.getObject("received_on", LocalDate.class),
                        row.getLong("amount_fen"),
                        row.getLong("upkeep_fen"),
                        row.getLong("village_fen"),
                        row.getObject("proposed_on", LocalDate.class),
                        row.getLong("proposed_by"),
                        row.getObject("approved_on", LocalDate.class),
                        shares(row.getLong("id")),
                        row.getInt("version")))
                .list();
    }

    /** An income of a project. */
    public Optional<ProjectIncome> find(long project, long income) {
        return of(project).stream().filter(one -> one.id() == income).findFirst();
    }

    private List<ProjectIncome.Share> shares(long income) {
        return database.sql("select * from project.income_share where income_id = ? order by household_number")
                .param(income)
                .query((row, number) -> new ProjectIncome.Share(
                        row.getLong("household_id"),
                        row.getString("path"),
                        row.getString("household_number"),
                        row.getString("head_name"),
                        row.getInt("persons"),
                        row.getString("group_kind"),
                        row.getString("ground"),
                        row.getLong("amount_fen")))
                .list();
    }

    /** Sets the list of an income, in place of the one there was. */
    public void share(Actor actor, Project project, ProjectIncome income, List<ProjectIncome.Share> shares) {
        database.sql("delete from project.income_share where income_id = ?")
                .param(income.id())
                .update();
        for (ProjectIncome.Share share : shares) {
            database.sql("""
                            insert into project.income_share (income_id, household_id, project_id, path, household_number, head_name, persons,
                                group_kind, ground, amount_fen, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            income.id(),
                            share.householdId(),
                            project.id(),
                            share.path(),
                            share.number(),
                            share.head(),
                            share.persons(),
                            share.group(),
                            share.ground().strip(),
                            share.amountFen(),
                            actor.userId())
                    .update();
        }
    }

    /** It is handed on. */
    public void propose(Actor actor, long income, LocalDate today) {
        database.sql("update project.income set proposed_by = ?, proposed_on = ?, version = version + 1 where id = ?")
                .params(actor.userId(), today, income)
                .update();
    }

    /** It is sent back to who wrote it. */
    public void sendBack(long income) {
        database.sql("""
                        update project.income set proposed_by = null, proposed_on = null, version = version + 1 where id = ?
                        """).param(income).update();
    }

    /** Another person approved it. */
    public void approve(Actor actor, long income, LocalDate today) {
        database.sql("update project.income set approved_by = ?, approved_on = ?, version = version + 1 where id = ?")
                .params(actor.userId(), today, income)
                .update();
    }
}
