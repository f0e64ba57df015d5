package fangpin.office.project;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.project.ProjectCounty.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project brings, and for whom (WH6 §2.2.1, WH10 §1 ③). */
class IncomeTest {
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final ProjectCounty county = ProjectCounty.of(RunningOffice.get());
    private final ProjectIncomes incomes = county.part(ProjectIncomes.class);
    private final Projects projects = county.part(Projects.class);

    private long household(String village, String name, String status) {
        long person = county.county.person(village, name).id();
        county.county.status(person, status, SINCE, null);
        return county.county.read(Long.class, "select household_id from register.person where id = ?", person);
    }

    private ProjectIncome income(long project, long income) {
        return projects.find(county.town, project).orElseThrow().incomes().stream()
                .filter(one -> one.id() == income)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theIncomeIsSharedByAListThatAnotherApproves() {
        long first = household(county.county.upperVillage, "丛收甲", "policy-beneficiary");
        long second = household(county.county.upperVillage, "丛收乙", "instant-help");
        long farther = household(county.county.lowerVillage, "丛收丙", "policy-beneficiary");
        long id = county.at(Project.Stage.ACCEPTED).id();
        refused(
                ProjectRefusal.SHARES_EXCEED,
                incomes.enter(county.helper, id, 2020, "承租人", DAY, 100_000, 60_000, 50_000, DAY));
        long income = done(incomes.enter(county.helper, id, 2020, "承租人", DAY, 100_000, 10_000, 20_000, DAY));
        refused(ProjectRefusal.SHARES_MISSING, incomes.propose(county.helper, id, income, 0, DAY));
        refused(
                ProjectRefusal.HOUSEHOLD_UNKNOWN,
                incomes.share(county.helper, id, income, 0, List.of(new ProjectIncomes.Wanted(farther, "失能", 1)), DAY));
        refused(
                ProjectRefusal.SHARES_EXCEED,
                incomes.share(
                        county.helper, id, income, 0, List.of(new ProjectIncomes.Wanted(first, "失能", 70_001)), DAY));
        done(incomes.share(
                county.helper,
                id,
                income,
                0,
                List.of(
                        new ProjectIncomes.Wanted(first, "两人失能", 40_000),
                        new ProjectIncomes.Wanted(second, "即时帮扶", 30_000)),
                DAY));
        done(incomes.propose(county.helper, id, income, 0, DAY));
        refused(ProjectRefusal.NO_RIGHT, incomes.decide(county.helper, id, income, 1, true, "同意", DAY));
        done(incomes.decide(county.town, id, income, 1, false, "第二户依据不清", DAY));
        done(incomes.propose(county.town, id, income, 2, DAY));
        refused(AccessRefusal.SAME_PERSON, incomes.decide(county.town, id, income, 3, true, "同意", DAY));
        done(incomes.decide(county.secondOfTown, id, income, 3, true, "同意", DAY));
        ProjectIncome approved = income(id, income);
        assertEquals(DAY, approved.approvedOn());
        assertEquals(70_000, approved.sharedFen());
        assertEquals(
                List.of("policy-beneficiary", "instant-help"),
                approved.shares().stream().map(ProjectIncome.Share::group).toList());
        refused(ProjectRefusal.CHANGED_MEANWHILE, incomes.share(county.helper, id, income, 0, List.of(), DAY));
    }

    /** 收益用于非重点村贫困人口: of a key village only who is instant-help may have a part. */
    @Test
    void keyVillagesAreLeftOutButInstantHelpIsNot() {
        county.county.change("""
                insert into register.division_mark (division_id, path, mark, clause, valid_from)
                select id, path, 'key-village', 'WH6 §1.1', '2020-01-01' from register.division where path = ? and not exists (
                    select from register.division_mark mark where mark.path = division.path)
                """, county.county.lowerVillage);
        long key = household(county.county.lowerVillage, "丛重甲", "policy-beneficiary");
        long instant = household(county.county.lowerVillage, "丛重乙", "instant-help");
        long id = townProject();
        long income = done(incomes.enter(county.town, id, 2020, "承租人", DAY, 100_000, 0, 0, DAY));
        assertTrue(incomes.leavesKeyVillagesOut(county.town, county.project(id)));
        refused(
                ProjectRefusal.KEY_VILLAGE,
                incomes.share(county.town, id, income, 0, List.of(new ProjectIncomes.Wanted(key, "失能", 100)), DAY));
        done(incomes.share(county.town, id, income, 0, List.of(new ProjectIncomes.Wanted(instant, "失能", 100)), DAY));
    }

    /** A project of the town, accepted. */
    private long townProject() {
        String path = county.town.scope().path();
        ProjectPlan plan = county.plan(path, "镇产业园", "新建厂房", "土建工程", false);
        long id = done(county.part(ProjectPlans.class).draft(county.town, plan, DAY));
        county.county.change("update project.project set stage = 'accepted', plan_year = 2020 where id = ?", id);
        return id;
    }
}
