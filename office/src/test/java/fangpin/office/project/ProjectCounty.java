package fangpin.office.project;

import static fangpin.office.enrolment.InsuredCounty.done;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.enrolment.InsuredCounty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A made-up county with a village helper, two clerks of the town and three of the county, and projects as a test asks for them. */
public final class ProjectCounty {
    static final LocalDate DAY = LocalDate.of(2020, 4, 1);
    static final LocalDate LATER = DAY.plusDays(30);

    private static @Nullable ProjectCounty only;

    final InsuredCounty county;
    final Actor helper;
    final Actor town;
    final Actor secondOfTown;
    final Actor first;
    final Actor second;
    final Actor third;
    final Actor city;
    final Actor finance;
    private final RunningOffice office;

    private ProjectCounty(RunningOffice office) {
        this.office = office;
        county = new InsuredCounty(office, "371069");
        String townPath = county.upperVillage.substring(0, county.path.length() + "371069101/".length());
        helper = at(county.upperVillage, "project-helper", Role.VILLAGE_HELPER);
        town = at(townPath, "project-town", Role.POVERTY_OFFICE);
        secondOfTown = at(townPath, "project-town-2", Role.POVERTY_OFFICE);
        first = at(county.path, "project-county", Role.POVERTY_OFFICE);
        second = at(county.path, "project-county-2", Role.POVERTY_OFFICE);
        third = at(county.path, "project-county-3", Role.POVERTY_OFFICE);
        city = at("370000/371000/", "project-city", Role.POVERTY_OFFICE);
        finance = at(county.path, "project-finance", Role.FINANCE);
    }

    static synchronized ProjectCounty of(RunningOffice office) {
        ProjectCounty made = only == null ? new ProjectCounty(office) : only;
        only = made;
        return made;
    }

    private Actor at(String path, String name, Role role) {
        return new Actor(office.account(name, "371069", role).id(), name, Set.of(role), new Scope(path), "");
    }

    <T> T part(Class<T> type) {
        return office.part(type);
    }

    /** A plan of the upper village for a store. */
    ProjectPlan plan() {
        return plan(county.upperVillage, "冷藏保鲜库", "新建冷藏保鲜库一座", "土建工程", false);
    }

    ProjectPlan plan(String path, String name, String content, String purpose, boolean forInstantHelp) {
        return new ProjectPlan(
                path,
                2020,
                name,
                InsuredCounty.PACK,
                "non-key-village-industry",
                content,
                "村集体所有，收益分配到户",
                "村民委员会",
                "丛主任",
                DAY,
                LocalDate.of(2020, 12, 31),
                forInstantHelp,
                23,
                41,
                DAY.minusDays(9),
                List.of(new BudgetLine(BudgetLine.Level.CITY, "市级专项资金", purpose, 30_000_000)));
    }

    long drafted(ProjectPlan plan) {
        return done(part(ProjectPlans.class).draft(helper, plan, DAY));
    }

    /** A goal of each kind. */
    void goals(long id) {
        for (PerformanceGoal.Kind kind : PerformanceGoal.Kind.values()) {
            done(part(ProjectGoals.class).set(helper, id, kind, "指标", "项", true, BigDecimal.ONE, DAY));
        }
    }

    Project project(long id) {
        return part(Projects.class).find(first, id).orElseThrow().project();
    }

    int version(long id) {
        return project(id).version();
    }

    /** Takes a project through its steps until it is at the stage, each by who takes it. */
    Project until(long id, Project.Stage stage) {
        while (project(id).stage() != stage) {
            next(id);
        }
        return project(id);
    }

    /** A project of the upper village with its goals, at a stage. */
    Project at(Project.Stage stage) {
        long id = drafted(plan());
        goals(id);
        return until(id, stage);
    }

    private void next(long id) {
        Project project = project(id);
        int version = project.version();
        switch (project.stage()) {
            case PLANNED -> done(part(ProjectPlans.class).submit(helper, id, version, DAY));
            case SUBMITTED -> done(part(ProjectDecisions.class).check(town, id, version, "同意", DAY));
            case CHECKED -> {
                done(part(ProjectDecisions.class).opinion(first, id, opinion(), DAY));
                done(part(ProjectDecisions.class).argue(first, id, version, "通过", DAY));
            }
            case ARGUED -> done(part(ProjectDecisions.class).decide(second, id, version, true, "纪要1号", "通过", DAY));
            case DECIDED, ACCEPTED ->
                done(part(ProjectNotices.class).publish(helper, id, version, "村公开栏", DAY, DAY.plusDays(9), DAY));
            case PUBLISHED -> done(part(PoolEntries.class).enter(first, id, version, LATER));
            case POOLED -> {
                long wanted = done(part(YearPlans.class).propose(first, id, Adjustment.Kind.PLAN, 2020, "年度计划", DAY));
                done(part(YearPlans.class).decide(second, id, wanted, true, "同意", DAY));
            }
            case SCHEDULED -> done(part(ProjectWorks.class).start(helper, id, version, "建筑公司", DAY));
            case IMPLEMENTING -> done(part(ProjectWorks.class).complete(helper, id, version, "完工", DAY));
            case COMPLETED -> done(part(ProjectWorks.class).accept(town, id, version, "合格", DAY));
            case RESULT_PUBLISHED, CLOSED, DROPPED, REFUSED ->
                throw new IllegalStateException("no way on from " + project.stage());
        }
    }

    Opinion opinion() {
        return new Opinion(0, "财政局", true, "同意", DAY, first.userId());
    }
}
