package fangpin.office.supervision;

import static fangpin.office.enrolment.InsuredCounty.done;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.project.Adjustment;
import fangpin.office.project.BudgetLine;
import fangpin.office.project.Opinion;
import fangpin.office.project.PerformanceGoal;
import fangpin.office.project.PoolEntries;
import fangpin.office.project.ProjectDecisions;
import fangpin.office.project.ProjectGoals;
import fangpin.office.project.ProjectNotices;
import fangpin.office.project.ProjectPlan;
import fangpin.office.project.ProjectPlans;
import fangpin.office.project.Projects;
import fangpin.office.project.YearPlans;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A store in the upper village of a watched county, on its way to the money. */
final class WatchedProject {
    static final String ITEM = "non-key-village-industry";
    static final String NAME = "冷藏保鲜库";
    static final long BUDGET_FEN = 30_000;
    private static final LocalDate DAY = LocalDate.of(2020, 3, 1);
    private static final LocalDate LATER = DAY.plusDays(30);

    private final RunningOffice office;
    private final InsuredCounty county;
    private final Actor helper;
    private final Actor town;
    final long id;

    /** A plan that was handed on, with a goal of each kind or with none. */
    WatchedProject(RunningOffice office, WatchedCounty here, String code, boolean goals) {
        this.office = office;
        county = here.county;
        String village = county.upperVillage;
        helper = at(code, village, "watch-helper-", Role.VILLAGE_HELPER);
        town = at(
                code,
                village.substring(0, county.path.length() + code.length() + 4),
                "watch-town-",
                Role.POVERTY_OFFICE);
        ProjectPlan plan = new ProjectPlan(
                village,
                WatchedCounty.YEAR,
                NAME,
                WatchedCounty.PACK,
                ITEM,
                "新建冷藏保鲜库一座",
                "村集体所有，收益分配到户",
                "村民委员会",
                "丛主任",
                DAY,
                LocalDate.of(2020, 12, 31),
                false,
                23,
                41,
                DAY.minusDays(9),
                List.of(new BudgetLine(BudgetLine.Level.CITY, "市级专项资金", "土建工程", BUDGET_FEN)));
        id = done(office.part(ProjectPlans.class).draft(helper, plan, DAY));
        if (goals) {
            for (PerformanceGoal.Kind kind : PerformanceGoal.Kind.values()) {
                done(office.part(ProjectGoals.class).set(helper, id, kind, "指标", "项", true, BigDecimal.ONE, DAY));
            }
        }
        done(office.part(ProjectPlans.class).submit(helper, id, version(), DAY));
    }

    private Actor at(String code, String path, String name, Role role) {
        return new Actor(office.account(name + code, code, role).id(), name, Set.of(role), new Scope(path), "");
    }

    private int version() {
        return office.part(Projects.class)
                .find(county.clerk, id)
                .orElseThrow()
                .project()
                .version();
    }

    /** Money before the pool is decided as an exception. */
    void exception() {
        PoolEntries entries = office.part(PoolEntries.class);
        long asked = done(entries.ask(county.clerk, id, "pool-before-money", "季节不等人", DAY));
        done(entries.decide(county.second, id, asked, true, "同意", LATER, DAY));
    }

    /** On to the pool and the year's plan, so that it waits for its money. */
    void planned() {
        ProjectDecisions decisions = office.part(ProjectDecisions.class);
        done(decisions.check(town, id, version(), "同意", DAY));
        Opinion opinion = new Opinion(0, "财政局", true, "同意", DAY, county.clerk.userId());
        done(decisions.opinion(county.clerk, id, opinion, DAY));
        done(decisions.argue(county.clerk, id, version(), "通过", DAY));
        done(decisions.decide(county.second, id, version(), true, "纪要1号", "通过", DAY));
        done(office.part(ProjectNotices.class).publish(helper, id, version(), "村公开栏", DAY, DAY.plusDays(9), DAY));
        done(office.part(PoolEntries.class).enter(county.clerk, id, version(), LATER));
        YearPlans plans = office.part(YearPlans.class);
        long wanted = done(plans.propose(county.clerk, id, Adjustment.Kind.PLAN, WatchedCounty.YEAR, "年度计划", LATER));
        done(plans.decide(county.second, id, wanted, true, "同意", LATER));
    }
}
