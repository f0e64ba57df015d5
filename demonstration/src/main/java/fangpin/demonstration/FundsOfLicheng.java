package fangpin.demonstration;

import static fangpin.demonstration.FundWay.even;
import static fangpin.demonstration.FundWay.heads;
import static fangpin.demonstration.FundWay.wan;

import fangpin.kernel.money.Fen;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Standing;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.StatusKind;
import fangpin.office.supervision.FindingRuns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 历城2020年资金故事 (LC §1-2): what was received, moved, given to projects and programmes and paid, so that the statement of 1,214.25 received
 * and 1,174.32 used comes out of the ledger. The days and the payees are constructed; the amounts are the document's.
 */
final class FundsOfLicheng implements Story {
    private static final LocalDate ISSUED = LocalDate.of(2020, 1, 8);
    private static final LocalDate ARRIVED = LocalDate.of(2020, 1, 15);
    private static final LocalDate GIVEN = LocalDate.of(2020, 2, 10);
    private static final LocalDate PAID = LocalDate.of(2020, 4, 30);

    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        FundWay way = new FundWay(
                scene,
                scene.as("licheng"),
                scene.as("lichengfinance"),
                scene.as("lichengfinance2"),
                "licheng-2020",
                2020);
        documents(way);
        BudgetLine moved = way.reallocated(
                way.line("industry-social"), "home-improvement", wan(21100), "历城扶贫组纪〔2020〕2号", "人居环境提升资金不足", GIVEN);
        insurance(way);
        rainDew(way);
        projects(way, moved);
        persons(way);
        FindingRuns supervision = scene.face(FindingRuns.class);
        Scene.done(supervision.run(scene.as("city"), Calendar.TODAY));
        Scene.done(supervision.run(scene.as("licheng"), Calendar.TODAY));
    }

    private static void documents(FundWay way) {
        way.document(
                FundOrigin.PROVINCE,
                "省级财政专项资金",
                "演示济财指〔2020〕1号",
                ISSUED,
                ARRIVED,
                items("province-first-insurance", wan(1560), "province-first-rain-dew", wan(405)));
        way.document(
                FundOrigin.PROVINCE,
                "省级财政专项资金",
                "演示济财指〔2020〕2号",
                LocalDate.of(2020, 3, 2),
                LocalDate.of(2020, 3, 9),
                items("province-second", wan(225)));
        way.document(
                FundOrigin.CITY,
                "市级财政金融扶贫资金",
                "演示济财指〔2020〕3号",
                ISSUED,
                ARRIVED,
                items("city-insurance", wan(680), "city-rain-dew", wan(1020)));
        Map<String, Fen> district = items("district-insurance", wan(6500), "district-rain-dew", wan(500));
        district.put("photovoltaic", wan(235));
        district.put("home-improvement", wan(9200));
        district.put("hardship", wan(6000));
        district.put("filial", wan(1000));
        district.put("industry-social", wan(94100));
        way.document(FundOrigin.DISTRICT, "区级预算财政专项资金", "演示历城财预〔2020〕1号", ISSUED, ARRIVED, district);
    }

    private static Map<String, Fen> items(String first, Fen amount) {
        Map<String, Fen> items = new LinkedHashMap<>();
        items.put(first, amount);
        return items;
    }

    private static Map<String, Fen> items(String first, Fen amount, String second, Fen other) {
        Map<String, Fen> items = items(first, amount);
        items.put(second, other);
        return items;
    }

    /** LC §2.1: 87.4 arranged, 54.17 used, for 2,381 persons; each person's premium comes of all three lines. */
    private static void insurance(FundWay way) {
        PaymentRequests.Reach insured = new PaymentRequests.Reach(0, 2381);
        String[][] from = {
            {"province-first-insurance", "insurance-province-first"},
            {"city-insurance", "insurance-city"},
            {"district-insurance", "insurance-district"}
        };
        Fen[] given = {wan(1560), wan(680), wan(6500)};
        Fen[] used = {wan(1560), wan(680), wan(3177)};
        for (int i = 0; i < from.length; i++) {
            BudgetLine line = way.programme(way.line(from[i][0]), from[i][1], from[i][1], "扶贫特惠保险保费", given[i], GIVEN);
            way.payee(line, "演示财产保险公司济南分公司", "扶贫特惠保险保费", used[i], insured, PAID.minusDays(20));
        }
    }

    /** LC §2.2: 21.5 arranged, 14.8 used, for 50 students. */
    private static void rainDew(FundWay way) {
        List<PersonSummary> students = way.who(StatusKind.VOCATIONAL_STUDENT, PAID);
        String[][] from = {
            {"province-first-rain-dew", "rain-dew-province-first"},
            {"province-second", "rain-dew-province-second"},
            {"city-rain-dew", "rain-dew-city"},
            {"district-rain-dew", "rain-dew-district"}
        };
        Fen[] given = {wan(405), wan(225), wan(1020), wan(500)};
        int[] paid = {27, 15, 50, 0};
        long[] each = {150_000, 150_000, 170_000, 0};
        for (int i = 0; i < from.length; i++) {
            BudgetLine line = way.programme(way.line(from[i][0]), from[i][1], from[i][1], "雨露计划补助", given[i], GIVEN);
            if (paid[i] > 0) {
                long fen = each[i];
                way.persons(line, "雨露计划补助", students.subList(0, paid[i]), place -> fen, -1, PAID.minusDays(15));
            }
        }
    }

    /** LC §2.3, §2.4, §2.7, §2.8. */
    private static void projects(FundWay way, BudgetLine moved) {
        Map<String, Standing> projects = new LinkedHashMap<>();
        way.scene()
                .face(ProjectPool.class)
                .fundable(way.office(), way.office().scope().path(), way.year())
                .forEach(one -> projects.put(one.item(), one));
        String builder = "历城演示工程有限公司";
        pay(way, way.line("photovoltaic"), projects.get("photovoltaic"), wan(235), builder);
        pay(way, way.line("home-improvement"), projects.get("home-improvement"), wan(9200), builder);
        pay(way, moved, projects.get("home-improvement"), wan(21100), builder);
        pay(way, way.line("industry-social"), projects.get("roads"), wan(35000), builder);
        pay(way, way.line("industry-social"), projects.get("pipes"), wan(35000), builder);
    }

    private static void pay(FundWay way, BudgetLine from, @Nullable Standing found, Fen amount, String builder) {
        Standing project = Objects.requireNonNull(found);
        BudgetLine line =
                way.project(from, project.item(), project.id(), project.name() + "工程款", amount, GIVEN.plusDays(10));
        way.payee(line, builder, project.name() + "工程款", amount, null, PAID);
    }

    /** LC §2.5, §2.6, §2.9: paid to 814 households, 366 persons and 1,066 households. */
    private static void persons(FundWay way) {
        List<PersonSummary> all = way.who(StatusKind.POLICY_BENEFICIARY, PAID);
        List<PersonSummary> households = new ArrayList<>(heads(all));
        households.addAll(heads(way.who(StatusKind.SUBSISTENCE_ALLOWANCE, PAID)));
        BudgetLine hardship = way.programme(way.line("hardship"), "hardship", "hardship", "特困家庭救助", wan(6000), GIVEN);
        way.persons(hardship, "特困家庭救助", households.subList(0, 814), even(wan(6000), 814), -1, PAID);
        BudgetLine filial = way.programme(way.line("filial"), "filial", "filial", "孝善扶贫补贴", wan(1000), GIVEN);
        List<PersonSummary> old =
                all.stream().filter(person -> person.ageOn(PAID) >= 60).toList();
        way.persons(filial, "孝善扶贫补贴", old.subList(0, 366), even(wan(1000), 366), -1, PAID);
        BudgetLine points = way.programme(way.line("industry-social"), "points", "points", "积分制扶贫奖励", wan(3000), GIVEN);
        way.persons(points, "积分制扶贫奖励", households.subList(0, 1066), even(wan(3000), 1066), -1, PAID);
    }
}
