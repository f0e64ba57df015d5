package fangpin.demonstration;

import fangpin.office.project.BudgetLine;
import fangpin.office.project.PerformanceGoal.Kind;
import fangpin.office.project.ProjectPlan;
import java.time.LocalDate;
import java.util.List;

/** 历城项目故事 (LC §2.3, §2.4, §2.7, §2.8): roads, pipes, warranty and homes of 2020, in the pool and accepted. */
final class ProjectsOfLicheng implements Story {
    private static final String PACK = "licheng-2020";
    private static final String FUND = "区级预算财政专项资金";
    private static final LocalDate PLANNED = LocalDate.of(2020, 1, 6);
    private static final LocalDate DECIDED = LocalDate.of(2020, 1, 15);
    private static final LocalDate POOLED = LocalDate.of(2020, 2, 3);
    private static final LocalDate BEGUN = LocalDate.of(2020, 2, 20);
    private static final LocalDate COMPLETED = LocalDate.of(2020, 4, 28);
    private static final LocalDate ACCEPTED = LocalDate.of(2020, 4, 30);

    /** What a project is, and its goals. */
    private record Told(
            String place,
            String item,
            String name,
            String content,
            String purpose,
            int households,
            int persons,
            long fen,
            String done,
            String unit,
            String benefit,
            String value,
            String valueUnit) {}

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        String county = scene.as("licheng").scope().path();
        String caishi = scene.as("caishi").scope().path();
        String gangou = scene.as("gangou").scope().path();
        way(
                scene,
                "caishi",
                "caishi2",
                new Told(
                        caishi,
                        "roads",
                        "彩石街道康静孟村、老树峪村生产路",
                        "康静孟村、老树峪村生产路建设工程",
                        "道路工程",
                        251,
                        715,
                        350_000_000,
                        "生产路",
                        "项",
                        "增收人口",
                        "715",
                        "人"));
        way(
                scene,
                "gangou",
                "gangou2",
                new Told(
                        gangou,
                        "pipes",
                        "港沟街道燕棚窝村水管改造",
                        "燕棚窝村自来水管网改造，解决贫困户饮水安全问题",
                        "管网工程",
                        0,
                        0,
                        350_000_000,
                        "管网改造",
                        "项",
                        "自来水普及率",
                        "100",
                        "%"));
        way(
                scene,
                "licheng",
                "",
                new Told(
                        county,
                        "photovoltaic",
                        "第三批光伏项目质保金",
                        "支付第三批光伏项目质保金",
                        "工程质保金",
                        0,
                        0,
                        2_350_000,
                        "质保期满的光伏电站",
                        "批",
                        "电站正常发电",
                        "1",
                        "批"));
        way(
                scene,
                "licheng",
                "",
                new Told(
                        county,
                        "home-improvement",
                        "贫困户人居环境提升",
                        "全区贫困户人居环境提升改善",
                        "房屋修缮和室内整治",
                        351,
                        0,
                        303_000_000,
                        "提升户数",
                        "户",
                        "带动稳定脱贫户",
                        "351",
                        "户"));
    }

    /** A town's project is checked by the town; the county's own goes straight to the departments. */
    private static void way(Scene scene, String writer, String checker, Told told) {
        boolean ofCounty = checker.isEmpty();
        ProjectWay way = ProjectWay.begin(scene, plan(told), writer, checker, "licheng2", "licheng3", PLANNED)
                .goal(
                        Kind.QUANTITY,
                        told.done(),
                        told.item().equals("home-improvement") ? "351" : "1",
                        told.unit(),
                        PLANNED)
                .goal(Kind.QUALITY, "验收合格率", "100", "%", PLANNED)
                .goal(Kind.TIME, "完成时限", "≤120", "天", PLANNED)
                .goal(Kind.COST, "支出", "≤" + told.fen() / 1_000_000 + "." + told.fen() / 10_000 % 100, "万元", PLANNED)
                .goal(Kind.BENEFIT, told.benefit(), told.value(), told.valueUnit(), PLANNED)
                .goal(Kind.SATISFACTION, "群众满意度", "90", "%", PLANNED)
                .submit(PLANNED);
        if (!ofCounty) {
            way.check("情况属实，同意上报", PLANNED.plusDays(2));
        }
        way.argue(List.of("区财政局", "区农业农村局", "区住房和城乡建设局"), "论证通过", PLANNED.plusDays(6))
                .decide("历城扶贫组纪〔2020〕1号", DECIDED)
                .publish("村、街道公示栏", DECIDED.plusDays(1))
                .pool(POOLED)
                .plan(2020, POOLED.plusDays(1))
                .build("历城演示工程有限公司", "按计划推进", BEGUN, COMPLETED)
                .accept("licheng2", "现场验收合格，资料齐全", ACCEPTED)
                .reachEveryGoal("验收时实测", ACCEPTED);
    }

    private static ProjectPlan plan(Told told) {
        return new ProjectPlan(
                told.place(),
                2020,
                told.name(),
                PACK,
                told.item(),
                told.content(),
                "受益贫困户参与监督，建成后直接受益",
                "历城区扶贫办、有关街道",
                "韩志强",
                BEGUN,
                LocalDate.of(2020, 6, 30),
                false,
                told.households(),
                told.persons(),
                null,
                List.of(new BudgetLine(BudgetLine.Level.DISTRICT, FUND, told.purpose(), told.fen())));
    }
}
