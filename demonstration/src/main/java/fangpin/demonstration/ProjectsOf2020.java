package fangpin.demonstration;

import static fangpin.office.project.PerformanceGoal.Kind.BENEFIT;
import static fangpin.office.project.PerformanceGoal.Kind.COST;
import static fangpin.office.project.PerformanceGoal.Kind.QUALITY;
import static fangpin.office.project.PerformanceGoal.Kind.QUANTITY;
import static fangpin.office.project.PerformanceGoal.Kind.SATISFACTION;
import static fangpin.office.project.PerformanceGoal.Kind.TIME;

import fangpin.office.access.Actor;
import fangpin.office.project.BudgetLine;
import fangpin.office.project.PerformanceGoal;
import fangpin.office.project.PoolEntries;
import fangpin.office.project.Project;
import fangpin.office.project.ProjectAsset;
import fangpin.office.project.ProjectAssets;
import fangpin.office.project.ProjectGoals;
import fangpin.office.project.ProjectIncome;
import fangpin.office.project.ProjectIncomes;
import fangpin.office.project.ProjectPlan;
import fangpin.office.project.Projects;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * 2020年度项目故事，威海: a cold store of a non-key village goes the whole way from plan to assets and income; a project that waits for its
 * goals; one that money went to before the pool, as an exception; and a plan that waits for the town with a word like the negative list's.
 */
final class ProjectsOf2020 implements Story {
    private static final String PACK = "weihai-2020";
    private static final String INDUSTRY = "non-key-village-industry";
    private static final String CITY_FUND = "市级财政专项扶贫资金";
    private static final String OWN_FUND = "区市配套资金";
    private static final List<String> DEPARTMENTS = List.of("市财政局", "市农业农村局", "市发展和改革局");

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        coldStore(scene);
        waitsForGoals(scene);
        byException(scene);
        waitsForTown(scene);
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2020, 3, day);
    }

    private static LocalDate april(int day) {
        return LocalDate.of(2020, 4, day);
    }

    private static LocalDate may(int day) {
        return LocalDate.of(2020, 5, day);
    }

    private static ProjectPlan plan(
            Actor writer, String name, String content, String responsible, int households, int persons, long wan) {
        return new ProjectPlan(
                writer.scope().path(),
                2020,
                name,
                PACK,
                INDUSTRY,
                content,
                "村集体所有，租赁经营；收益用于本村享受政策人口差异化分配，即时帮扶人口可一并享受",
                "村民委员会",
                responsible,
                april(1),
                LocalDate.of(2020, 10, 31),
                false,
                households,
                persons,
                march(22),
                List.of(
                        new BudgetLine(BudgetLine.Level.CITY, CITY_FUND, "土建工程", wan * 500_000),
                        new BudgetLine(BudgetLine.Level.DISTRICT, OWN_FUND, "设备购置及安装", wan * 500_000)));
    }

    private static void goals(ProjectWay way, String what, String unit, String income, int reached, LocalDate day) {
        way.goal(QUANTITY, what, "1", unit, day)
                .goal(QUALITY, "验收合格率", "100", "%", day)
                .goal(TIME, "完工时限", "≤180", "天", day)
                .goal(COST, "总投资", "≤60", "万元", day)
                .goal(BENEFIT, "年收益", income, "万元", day)
                .goal(BENEFIT, "受益人口", Integer.toString(reached), "人", day)
                .goal(SATISFACTION, "受益群众满意度", "90", "%", day);
    }

    /** 大庄村冷藏保鲜库: planned by the village helper in March, its first rent shared out in May. */
    private static void coldStore(Scene scene) {
        Actor helper = scene.as("helper");
        ProjectWay way = ProjectWay.begin(
                scene,
                plan(helper, "大庄村冷藏保鲜库", "新建200平方米冷藏保鲜库一座，购置制冷机组两套", "于福成", 23, 41, 60),
                "helper",
                "town",
                "county",
                "county2",
                march(23));
        goals(way, "冷藏保鲜库", "座", "4", 41, march(23));
        way.submit(march(23))
                .check("经核实，村民代表会议程序完备，用地和用电落实，同意上报", march(24))
                .argue(DEPARTMENTS, "论证通过：选址、投资合理，收益有承租协议", march(26))
                .decide("荣扶贫组纪〔2020〕3号", march(27))
                .publish("大庄村村务公开栏、俚岛镇公示栏", march(27))
                .pool(april(6))
                .plan(2020, april(7))
                .build("威海演示建筑工程有限公司", "主体完工，机组到场安装", april(8), april(22))
                .accept("town2", "工程质量合格，设备运转正常", april(23))
                .publish("大庄村村务公开栏、俚岛镇公示栏", april(24));
        assets(scene, way);
        watched(scene, way);
        income(scene, way.project());
    }

    private static void assets(Scene scene, ProjectWay way) {
        ProjectAssets assets = scene.face(ProjectAssets.class);
        Actor helper = scene.as("helper");
        long store = Scene.done(assets.enter(
                helper,
                way.id(),
                ProjectAsset.Kind.OPERATING,
                "冷藏保鲜库及制冷机组",
                "1座、2套",
                "大庄村股份经济合作社",
                "大庄村股份经济合作社",
                60_000_000,
                april(24),
                may(4)));
        Scene.done(assets.confirm(scene.as("town"), way.id(), store, "荣扶资权2020-0017", may(5)));
        Scene.done(assets.keep(helper, way.id(), "承租人负责日常运行，村合作社负责大修", 600_000, "项目收益中提留", may(4), may(4)));
        int version = way.project().version();
        Scene.done(assets.close(scene.as("town"), way.id(), version, may(6)));
    }

    private static void watched(Scene scene, ProjectWay way) {
        ProjectGoals goals = scene.face(ProjectGoals.class);
        Actor helper = scene.as("helper");
        for (PerformanceGoal goal :
                scene.face(Projects.class).find(helper, way.id()).orElseThrow().goals()) {
            BigDecimal value = switch (goal.kind()) {
                case TIME -> new BigDecimal("15");
                case COST -> new BigDecimal("59.8");
                case SATISFACTION -> new BigDecimal("97");
                case QUANTITY, QUALITY, BENEFIT -> goal.target();
            };
            Scene.done(
                    goals.observe(helper, way.id(), goal.id(), PerformanceGoal.Phase.MID_YEAR, value, "五月初监测", may(6)));
        }
    }

    /** The first half year's rent: a part kept for upkeep, a part for the village, the rest by a list. */
    private static void income(Scene scene, Project project) {
        ProjectIncomes incomes = scene.face(ProjectIncomes.class);
        Actor helper = scene.as("helper");
        long id = Scene.done(
                incomes.enter(helper, project.id(), 2020, "承租人（上半年租金）", may(7), 2_000_000, 300_000, 380_000, may(7)));
        ProjectIncome income = income(scene, project, id);
        List<ProjectIncomes.Wanted> wanted = new ArrayList<>();
        long left = income.forHouseholdsFen();
        for (ProjectIncome.Candidate one : incomes.candidates(helper, project, income)) {
            long amount = one.persons() > 1 ? 120_000 : 80_000;
            if (left < amount || wanted.size() == 12) {
                break;
            }
            String ground = one.persons() > 1 ? "户内享受政策两人以上" : "户内享受政策一人";
            wanted.add(new ProjectIncomes.Wanted(one.householdId(), ground, amount));
            left -= amount;
        }
        Scene.done(incomes.share(helper, project.id(), id, income.version(), wanted, may(8)));
        Scene.done(incomes.propose(helper, project.id(), id, income.version(), may(8)));
        Scene.done(incomes.decide(
                scene.as("town"), project.id(), id, income(scene, project, id).version(), true, "名单已公示，同意", may(9)));
    }

    private static ProjectIncome income(Scene scene, Project project, long id) {
        return scene.face(Projects.class).find(scene.as("helper"), project.id()).orElseThrow().incomes().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** 泽头镇: its notice is over since April, but without goals the gate stays shut. */
    private static void waitsForGoals(Scene scene) {
        ProjectWay.begin(
                        scene,
                        plan(scene.as("wendengvillage"), "蓝莓采摘园", "建设蓝莓大棚十二亩，配套滴灌", "侯春生", 31, 58, 80),
                        "wendengvillage",
                        "wendengtown",
                        "wendeng",
                        "wendeng2",
                        march(25))
                .submit(march(25))
                .check("同意上报，绩效目标请抓紧补充", march(27))
                .argue(List.of("区财政局", "区农业农村局"), "同意，入库前补齐绩效目标", april(3))
                .decide("文扶贫组纪〔2020〕5号", april(8))
                .publish("村务公开栏", april(9));
    }

    /** 白沙滩镇: the season does not wait; money before the pool is decided as an exception and becomes a finding. */
    private static void byException(Scene scene) {
        ProjectWay way = ProjectWay.begin(
                scene,
                plan(scene.as("rushanvillage"), "牡蛎养殖浮筏更新", "更新牡蛎养殖浮筏一百二十台", "单立民", 18, 35, 45),
                "rushanvillage",
                "rushantown",
                "rushan",
                "rushan2",
                april(16));
        goals(way, "更新浮筏", "批", "3", 35, april(16));
        way.submit(april(16))
                .check("汛期前须下海，同意上报", april(17))
                .argue(List.of("市财政局", "市海洋发展局"), "论证通过", april(22))
                .decide("乳扶贫组纪〔2020〕4号", april(28))
                .publish("村务公开栏", may(6));
        PoolEntries entries = scene.face(PoolEntries.class);
        long asked = Scene.done(entries.ask(
                scene.as("rushantown"), way.id(), "pool-before-money", "牡蛎苗五月中旬下海，公示期满入库再安排资金将误一季", may(7)));
        Scene.done(entries.decide(scene.as("rushan2"), way.id(), asked, true, "同意先行安排，公示期满立即入库", may(31), may(8)));
    }

    /** 大庄村: waits for the town's check, with a word that looks like publicity. */
    private static void waitsForTown(Scene scene) {
        Actor helper = scene.as("helper");
        ProjectPlan base = plan(helper, "大庄村海带晾晒场", "硬化海带晾晒场三千平方米，设产品展板一处", "孙永强", 23, 41, 30);
        ProjectWay way = ProjectWay.begin(scene, base, "helper", "town", "county", "county2", may(8));
        goals(way, "晾晒场", "处", "2", 41, may(8));
        way.submit(may(9));
    }
}
