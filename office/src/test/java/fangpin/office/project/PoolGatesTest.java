package fangpin.office.project;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.project.ProjectCounty.DAY;
import static fangpin.office.project.ProjectCounty.LATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pack's gates and negative list do with projects (WH6 §3.2, WH10 §3). */
class PoolGatesTest {
    private final ProjectCounty county = ProjectCounty.of(RunningOffice.get());
    private final ProjectPlans plans = county.part(ProjectPlans.class);
    private final ProjectDecisions decisions = county.part(ProjectDecisions.class);
    private final PoolEntries entries = county.part(PoolEntries.class);
    private final ProjectGoals goals = county.part(ProjectGoals.class);
    private final ProjectPool pool = county.part(ProjectPool.class);
    private final Projects projects = county.part(Projects.class);

    private long withoutGoals(Project.Stage stage) {
        long id = county.drafted(county.plan());
        county.until(id, stage);
        return id;
    }

    /** 未按照要求设定绩效目标的项目原则上不得纳入扶贫项目库. */
    @Test
    void withoutPerformanceGoalsNoPoolEntry() {
        long id = withoutGoals(Project.Stage.PUBLISHED);
        refused(ProjectRefusal.GATE_IN_PRINCIPLE, entries.enter(county.first, id, county.version(id), LATER));
        for (PerformanceGoal.Kind kind : PerformanceGoal.Kind.values()) {
            refused(ProjectRefusal.GATE_IN_PRINCIPLE, entries.enter(county.first, id, county.version(id), LATER));
            done(goals.set(county.helper, id, kind, "指标", "项", true, BigDecimal.ONE, DAY));
        }
        refused(
                ProjectRefusal.GOALS_FIXED,
                goals.set(county.helper, id, PerformanceGoal.Kind.COST, "成本", "万元", false, BigDecimal.ONE, DAY));
        assertEquals(
                Project.Stage.POOLED,
                done(entries.enter(county.first, id, county.version(id), LATER)).stage());
    }

    /** “原则上”: an exception has a reason, is decided by another person, and becomes a finding. */
    @Test
    void anExceptionIsAskedForDecidedByAnotherAndFound() {
        long id = withoutGoals(Project.Stage.PUBLISHED);
        refused(ProjectRefusal.REASON_MISSING, entries.ask(county.first, id, "pool-entry", "", DAY));
        refused(ProjectRefusal.GATE_UNKNOWN, entries.ask(county.first, id, "contract-extension", "急", DAY));
        long asked = done(entries.ask(county.first, id, "pool-entry", "指标须等海洋部门核定", DAY));
        refused(ProjectRefusal.UNDER_WAY, entries.ask(county.second, id, "pool-entry", "急", DAY));
        LocalDate due = LATER.plusDays(20);
        refused(AccessRefusal.SAME_PERSON, entries.decide(county.first, id, asked, true, "同意", due, DAY));
        refused(ProjectRefusal.WRONG_LEVEL, entries.decide(county.town, id, asked, true, "同意", due, DAY));
        refused(ProjectRefusal.BAD_DATE, entries.decide(county.second, id, asked, true, "同意", null, DAY));
        done(entries.decide(county.second, id, asked, true, "同意，限期补齐", due, DAY));
        Projects.Story story = projects.find(county.first, id).orElseThrow();
        ProjectFinding finding = story.findings().getFirst();
        assertEquals(ProjectFinding.Rule.EXCEPTION, finding.rule());
        assertEquals("WH6 §3.2", finding.clause());
        assertEquals(due, finding.dueOn());
        done(entries.enter(county.first, id, county.version(id), LATER));
        assertTrue(projects.find(county.first, id).orElseThrow().steps().stream()
                .anyMatch(step -> step.what().equals("pooled-by-exception")));
        assertFalse(pool.standing(county.first, id).orElseThrow().goalsSet());
    }

    @Test
    void anExceptionThatIsRefusedOpensNothing() {
        long id = withoutGoals(Project.Stage.PUBLISHED);
        long asked = done(entries.ask(county.helper, id, "pool-entry", "来不及", DAY));
        done(entries.decide(county.first, id, asked, false, "请补齐目标", null, DAY));
        refused(ProjectRefusal.GATE_IN_PRINCIPLE, entries.enter(county.first, id, county.version(id), LATER));
        assertEquals(List.of(), projects.find(county.first, id).orElseThrow().findings());
    }

    /** 未进入项目库的项目原则上不得安排资金; for instant-help persons never (WH10 §3). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | done
            true  | GATE_ALWAYS
            """)
    void moneyBeforeThePoolIsAnExceptionAndForInstantHelpNever(boolean instantHelp, String outcome) {
        long id = county.drafted(county.plan(county.county.upperVillage, "浮筏更新", "更新浮筏", "设备购置", instantHelp));
        county.goals(id);
        county.until(id, Project.Stage.DECIDED);
        if (!outcome.equals("done")) {
            refused(ProjectRefusal.valueOf(outcome), entries.ask(county.town, id, "pool-before-money", "季节不等人", DAY));
            return;
        }
        assertFalse(pool.standing(county.first, id).orElseThrow().exceptionDecided());
        long asked = done(entries.ask(county.town, id, "pool-before-money", "季节不等人", DAY));
        done(entries.decide(county.second, id, asked, true, "同意", LATER, DAY));
        Standing standing = pool.standing(county.first, id).orElseThrow();
        assertTrue(standing.exceptionDecided());
        assertFalse(standing.inPool());
        assertTrue(pool.fundable(county.finance, county.county.path, 2020).contains(standing));
    }

    /** 负面清单: what is on the list by its category is never kept, whoever asks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            工作经费
            宣传费
            车辆
            publicity
            """)
    void whatTheListNamesIsNeverPlanned(String purpose) {
        refused(
                ProjectRefusal.NEVER_PAID,
                plans.draft(
                        county.helper, county.plan(county.county.upperVillage, "冷藏保鲜库", "新建一座", purpose, false), DAY));
    }

    /** A word that only looks alike is cleared by a second person with a reason; a changed text is judged anew. */
    @Test
    void aWordThatLooksAlikeIsClearedByAnother() {
        ProjectPlan plan = county.plan(county.county.upperVillage, "产业园", "新建展板 厅一处", "土建工程", false);
        long id = county.drafted(plan);
        county.goals(id);
        county.until(id, Project.Stage.SUBMITTED);
        refused(ProjectRefusal.WORDS_SUSPECT, decisions.check(county.town, id, county.version(id), "同意", DAY));
        refused(ProjectRefusal.NO_RIGHT, decisions.clear(county.helper, id, "是产品陈列", DAY));
        refused(ProjectRefusal.REASON_MISSING, decisions.clear(county.town, id, "", DAY));
        done(decisions.clear(county.town, id, "产品陈列设施，不是宣传", DAY));
        refused(ProjectRefusal.NOTHING_SUSPECT, decisions.clear(county.town, id, "再一次", DAY));
        Project checked = done(decisions.check(county.town, id, county.version(id), "同意", DAY));
        Project back = done(decisions.sendBack(county.first, id, checked.version(), "补充说明", DAY));
        ProjectPlan changed = county.plan(county.county.upperVillage, "产业园", "新建展板厅两处", "土建工程", false);
        done(plans.change(county.helper, id, back.version(), changed));
        county.until(id, Project.Stage.SUBMITTED);
        refused(ProjectRefusal.WORDS_SUSPECT, decisions.check(county.town, id, county.version(id), "同意", DAY));
        assertEquals(
                "展板",
                projects.find(county.town, id)
                        .orElseThrow()
                        .clearings()
                        .getFirst()
                        .words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name  | MISSING_FIELD
            met   | MEETING_MISSING
            reach | NOBODY_REACHED
            money | BUDGET_MISSING
            days  | BAD_DATE
            pack  | PACK_NOT_IN_USE
            item  | ITEM_UNKNOWN
            place | PLACE_UNKNOWN
            """)
    void whatIsRequiredOfAPlanIsSaid(String missing, ProjectRefusal reason) {
        ProjectPlan whole = county.plan();
        refused(reason, plans.draft(county.helper, without(whole, missing), DAY));
    }

    private ProjectPlan without(ProjectPlan plan, String part) {
        return new ProjectPlan(
                part.equals("place") ? county.county.lowerVillage : plan.path(),
                2020,
                part.equals("name") ? " " : plan.name(),
                part.equals("pack") ? "licheng-2020" : plan.pack(),
                part.equals("item") ? "roads" : plan.item(),
                plan.content(),
                plan.benefit(),
                plan.implementer(),
                plan.responsible(),
                plan.startsOn(),
                part.equals("days") ? DAY.minusDays(1) : plan.endsOn(),
                false,
                part.equals("reach") ? 0 : plan.households(),
                part.equals("reach") ? 0 : plan.persons(),
                part.equals("met") ? null : plan.metOn(),
                part.equals("money") ? List.of() : plan.budget());
    }

    /** A county's own project goes straight to the departments. */
    @Test
    void aCountysProjectNeedsNoTown() {
        ProjectPlan plan = county.plan(county.county.path, "全县靓居工程", "房屋修缮", "修缮工程", false);
        refused(ProjectRefusal.WRONG_LEVEL, plans.draft(county.city, plan, DAY));
        long id = done(plans.draft(county.third, plan, DAY));
        assertEquals(
                Project.Stage.CHECKED,
                done(plans.submit(county.third, id, 0, DAY)).stage());
        done(decisions.opinion(county.third, id, county.opinion(), DAY));
        refused(AccessRefusal.SAME_PERSON, decisions.argue(county.third, id, county.version(id), "通过", DAY));
    }

    /** 绩效: seen at mid-year, reviewed at the end with every value, confirmed by another. */
    @Test
    void goalsAreWatchedAndReviewed() {
        Project accepted = county.at(Project.Stage.ACCEPTED);
        long id = accepted.id();
        refused(ProjectRefusal.VALUES_MISSING, goals.review(county.helper, id, 95, "达到目标", DAY));
        for (PerformanceGoal goal :
                projects.find(county.helper, id).orElseThrow().goals()) {
            done(goals.observe(
                    county.helper, id, goal.id(), PerformanceGoal.Phase.FINAL, new BigDecimal("1.5"), "", DAY));
        }
        refused(ProjectRefusal.BAD_NUMBER, goals.review(county.helper, id, 101, "达到目标", DAY));
        long review = done(goals.review(county.helper, id, 95, "达到目标", DAY));
        refused(ProjectRefusal.NO_RIGHT, goals.confirm(county.helper, id, review, DAY));
        done(goals.confirm(county.town, id, review, DAY));
        assertEquals(
                DAY,
                projects.find(county.helper, id)
                        .orElseThrow()
                        .reviews()
                        .getFirst()
                        .confirmedOn());
    }
}
