package fangpin.demonstration;

import static fangpin.demonstration.FundWay.wan;

import fangpin.kernel.money.Fen;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.FundAllocation;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.Shortfalls;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 威海2020年资金故事 (WHT, WH6): the provincial and city money comes, is split by WH6's scheme on the register's headcounts, and goes on in
 * Rongcheng and Wendeng to students and projects; some of it waits too long. Days, numbers of documents and the later batch's split are
 * constructed so that WHT's table comes out; the amounts are the documents'.
 */
final class FundsOf2020 implements Story {
    private static final String PACK = "weihai-2020";
    private static final int YEAR = 2020;
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 16);
    private static final LocalDate ISSUED = LocalDate.of(2020, 3, 20);
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 20);
    private static final LocalDate PAID = LocalDate.of(2020, 4, 28);

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        FundWay city = new FundWay(scene, scene.as("city"), scene.as("finance2"), scene.as("finance3"), PACK, YEAR);
        sources(city);
        issued(
                scene,
                Scene.done(scene.face(Allocations.class)
                        .propose(scene.as("city"), PACK, "special-funds-2020", YEAR, blocks(), MARCH)),
                "威扶贫组办字〔2020〕6号附件",
                ISSUED);
        later(scene, city);
        eastWest(city);
        rongcheng(scene);
        wendeng(scene);
    }

    private static void sources(FundWay city) {
        Map<String, Fen> early = new LinkedHashMap<>();
        early.put("provincial-insurance", wan(27200));
        early.put("rain-dew", wan(2300));
        city.document(
                FundOrigin.PROVINCE,
                "省级乡村振兴重大专项资金",
                "演示鲁财农指〔2019〕1号",
                LocalDate.of(2019, 12, 10),
                LocalDate.of(2020, 1, 15),
                early);
        city.document(
                FundOrigin.CITY,
                "市级乡村振兴重大专项资金",
                "演示威财农指〔2020〕1号",
                LocalDate.of(2020, 3, 2),
                LocalDate.of(2020, 3, 10),
                Map.of("", wan(630000)));
    }

    /** What others state beside the headcounts: Rain-Dew blocks and the need of home repair (WH6 annex). */
    private static Allocations.Typed blocks() {
        Map<String, String> stated = new HashMap<>();
        Map.of(
                        "371003",
                        "72000",
                        "371003-nanhai",
                        "4500",
                        "371082",
                        "79500",
                        "371083",
                        "51500",
                        "371072",
                        "1500",
                        "371073",
                        "21000")
                .forEach((code, yuan) -> stated.put("rain-dew-amount/" + code, yuan));
        Map.of("371003", "290000", "371082", "330000", "371083", "310000", "371073", "70000")
                .forEach((code, yuan) -> stated.put("home-repair-amount/" + code, yuan));
        return new Allocations.Typed(stated, Map.of(), Map.of());
    }

    private static FundAllocation issued(Scene scene, long id, String number, LocalDate day) {
        Allocations allocations = scene.face(Allocations.class);
        Scene.done(allocations.approve(scene.as("city2"), id, day.minusDays(3)));
        Scene.done(allocations.notice(scene.as("city"), id, day.minusDays(2)));
        return Scene.done(allocations.issue(scene.as("finance2"), id, number, day));
    }

    /** The provincial money after March, 2,035: its split is constructed so that each district's whole year is WHT's. */
    private static void later(Scene scene, FundWay city) {
        Map<String, Fen> items = new LinkedHashMap<>();
        items.put("golden-sunset", wan(31175));
        items.put("relative-poverty-pilot", wan(86105));
        items.put("work-result-reward", wan(86220));
        city.document(
                FundOrigin.PROVINCE,
                "省级乡村振兴重大专项资金",
                "演示鲁财农指〔2020〕2号",
                LocalDate.of(2020, 4, 10),
                LocalDate.of(2020, 4, 17),
                items);
        String weihai = "370000/371000/";
        long id = Scene.done(scene.face(Allocations.class)
                .proposeByHand(
                        scene.as("city"),
                        PACK,
                        YEAR,
                        List.of(
                                new Allocations.ByHand("relative-poverty-pilot", weihai + "371082/", wan(86105)),
                                new Allocations.ByHand("work-result-reward", weihai + "371003/", wan(86220)),
                                new Allocations.ByHand("golden-sunset", weihai + "371083/", wan(30985)),
                                new Allocations.ByHand("golden-sunset", weihai + "371073/", wan(190))),
                        "省级第二批资金，按试点、成效奖励和金晖助老任务分配（演示编造）",
                        APRIL.minusDays(4)));
        issued(scene, id, "演示威扶贫组办字〔2020〕12号", APRIL);
    }

    private static void eastWest(FundWay city) {
        city.document(
                FundOrigin.CITY,
                "东西部扶贫协作市级补助资金",
                "演示威财农指〔2020〕3号",
                LocalDate.of(2020, 4, 15),
                LocalDate.of(2020, 4, 16),
                Map.of("zaozhuang", wan(90000)));
        BudgetLine line =
                city.programme(city.line("zaozhuang"), "zaozhuang", "zaozhuang", "枣庄扶贫协作项目", wan(90000), APRIL);
        city.payee(line, "枣庄市扶贫协作专户（演示）", "枣庄扶贫协作项目", wan(90000), null, PAID);
    }

    /** Rongcheng pays its 53 students, one comes back from the bank; it matches the industry money, not the microcredit. */
    private static void rongcheng(Scene scene) {
        FundWay way = new FundWay(scene, scene.as("county"), scene.as("finance"), scene.as("finance4"), PACK, YEAR);
        way.document(
                FundOrigin.DISTRICT,
                "荣成市配套资金",
                "演示荣财预〔2020〕1号",
                LocalDate.of(2020, 4, 1),
                LocalDate.of(2020, 4, 3),
                Map.of("matching-industry", wan(111700)));
        BudgetLine rainDew = way.programme(
                way.line("rain-dew"), "rain-dew", "rain-dew", "雨露计划春季学期补助", wan(795), APRIL.minusDays(10));
        List<PersonSummary> students = way.who(StatusKind.VOCATIONAL_STUDENT, PAID);
        int paid = Math.min(53, students.size());
        way.persons(rainDew, "雨露计划春季学期补助", students.subList(0, paid), place -> 150_000L, paid - 1, PAID);
        shortfall(scene);
        industry(scene, way);
    }

    /** The block pays one semester; what the autumn needs the county meets itself (WH6 §2.2 end), and has not put up yet. */
    private static void shortfall(Scene scene) {
        Shortfalls shortfalls = scene.face(Shortfalls.class);
        long stated = Scene.done(shortfalls.state(
                scene.as("county"),
                new Shortfalls.Told(PACK, YEAR, "rain-dew", wan(1590), "53 人 × 2 学期 × 1500 元", "演示荣政会议纪要〔2020〕3号"),
                PAID));
        Scene.done(shortfalls.agree(scene.as("finance"), stated, PAID));
    }

    private static void wendeng(Scene scene) {
        industry(
                scene, new FundWay(scene, scene.as("wendeng"), scene.as("finance2"), scene.as("finance3"), PACK, YEAR));
    }

    /** The industry money goes to the projects of the pool that wait for it, and half of each project's to its builder. */
    private static void industry(Scene scene, FundWay way) {
        for (Standing project : scene.face(ProjectPool.class)
                .fundable(way.office(), way.office().scope().path(), YEAR)) {
            if (project.item().equals("non-key-village-industry") && project.inPool()) {
                Fen budget = new Fen(Math.min(
                        project.budgetFen(),
                        way.line("non-key-village-industry").freeFen()));
                BudgetLine line = way.project(
                        way.line("non-key-village-industry"),
                        "non-key-village-industry",
                        project.id(),
                        project.name() + "建设资金",
                        budget,
                        APRIL.minusDays(8));
                way.payee(line, "演示建设工程有限公司", project.name() + "首期工程款", new Fen(budget.amount() / 2), null, PAID);
            }
        }
    }
}
