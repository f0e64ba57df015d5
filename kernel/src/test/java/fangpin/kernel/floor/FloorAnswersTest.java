package fangpin.kernel.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Operation.Tiers;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.benefit.Tier;
import fangpin.kernel.floor.FloorAnswer.Content;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.policy.CountedFor;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.FloorQuantity;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Premium;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Published;
import fangpin.kernel.policy.Published.Source;
import fangpin.kernel.policy.Standards;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each of a pack's own figures answers, on a small pack of the shape of WH3. */
class FloorAnswersTest {
    private static final Text NAMELESS = new Text("", "");
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final Period YEAR = Period.ofInclusive(FIRST, LocalDate.parse("2020-12-31"));
    private static final Ratio TENTH = Ratio.ofPpm(100_000);

    static Stream<Arguments> steps() {
        return Stream.of(
                step("cap", new Operation.Cap(0, 600, List.of()), "MONEY", "EXACT :600"),
                step("deductible", new Operation.Deductible(0, 100), "MONEY", "EXACT :100"),
                step("trigger", new Operation.Trigger(0, 50, true), "MONEY", "EXACT :50"),
                step("lump", new Operation.LumpSum(70), "MONEY", "EXACT :70"),
                step("unit", new Operation.PerUnit(0, 15), "MONEY", "EXACT :15"),
                step("grades", new Operation.GradeSchedule(0, List.of(9L, 8L)), "MONEY", "EXACT 1:9 2:8"),
                step("below", new Operation.ResidualToRatio(0, 0, TENTH, true), "SHARE", "ABOVE :9/10"),
                step("within", new Operation.ResidualToRatio(0, 0, TENTH, false), "SHARE", "AT_LEAST :9/10"),
                step(
                        "share",
                        new Operation.Coinsurance(0, null, List.of(TENTH), Rounding.DOWN),
                        "SHARE",
                        "EXACT :1/10"),
                step(
                        "shares",
                        new Operation.Coinsurance(0, 0, List.of(TENTH), Rounding.DOWN),
                        "MONEY SHARE",
                        "Several[]"),
                step("sum", new Operation.Sum(List.of(0)), "", ""),
                step("less", new Operation.Subtract(0, List.of(), true), "", ""),
                step("payers", new Operation.SubtractPayers(0, List.of()), "", ""),
                step("least", new Operation.MinOf(List.of(0)), "", ""),
                step("most", new Operation.MaxOf(List.of(0)), "", ""),
                step(
                        "tiers",
                        new Tiers(
                                0,
                                Tiers.Method.MARGINAL,
                                Tiers.Origin.ABSOLUTE,
                                0,
                                List.of(new Tier(Long.MAX_VALUE, TENTH)),
                                Rounding.DOWN),
                        "MONEY SHARE",
                        "Several[]"),
                step("part", new Operation.Share(0, List.of(7L, 3L), 0), "", ""),
                step("prorate", new Operation.Prorate(0, 0, 0, Rounding.DOWN), "", ""),
                step(
                        "instalments",
                        new Operation.Instalments(0, 0, List.of(new Operation.Instalments.Group(Ratio.WHOLE, 12))),
                        "",
                        ""),
                step(
                        "classify",
                        new Operation.Classify(
                                List.of(new Operation.Classify.ClassName("any", NAMELESS)), List.of(), 1),
                        "",
                        ""),
                step("choose", new Operation.Choose(0, List.of()), "", ""));
    }

    private static Arguments step(String id, Operation operation, String kind, String figures) {
        return Arguments.of(
                new Step(id, NAMELESS, new ClauseId("WH3 §3.1"), List.of(), null, operation), kind, figures);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepAnswersWithTheFigureItHolds(Step step, String kind, String figures) {
        assertEquals(
                kind,
                Stream.of(FloorQuantity.Kind.values())
                        .filter(one -> FloorAnswers.fits(step, one))
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")));
        PolicyPack pack = pack(product(List.of(), List.of(step)));
        Published published = published(FloorQuantity.MEDICAL_YEARLY_CAP, new Source.StepOf("medical", step.id()));
        if (kind.isEmpty()) {
            assertThrows(IllegalArgumentException.class, () -> FloorAnswers.of(pack, published, List.of()));
        } else {
            FloorAnswer answer = FloorAnswers.of(pack, published, List.of());
            assertEquals(figures, words(answer));
            assertEquals(List.of(step.clause()), answer.clauses());
        }
    }

    @Test
    void aStepThatIsNotThereAnswersNothing() {
        Published published = published(FloorQuantity.MEDICAL_YEARLY_CAP, new Source.StepOf("medical", "none"));
        PolicyPack pack = pack(product(List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> FloorAnswers.of(pack, published, List.of()));
    }

    static Stream<Arguments> sources() {
        ClauseId stated = new ClauseId("LC §2.1");
        return Stream.of(
                Arguments.of(new Source.PremiumOf("medical"), "WH3 §3.1 ①", "EXACT :45000"),
                Arguments.of(new Source.CoverOf("medical"), "WH3 §3.1", "Present[]"),
                Arguments.of(new Source.InsuredBy("medical"), "WH3 §2b", "old young"),
                Arguments.of(new Source.PeriodOf("medical", stated), "LC §2.1", YEAR.toString()),
                Arguments.of(new Source.Stated(stated), "LC §2.1", "Present[]"),
                Arguments.of(
                        new Source.GroupsStated(List.of(new Floor.Group("poor", NAMELESS)), stated), "LC §2.1", "poor"),
                Arguments.of(new Source.Quotient(Fen.ofYuan(541_700), 2381, stated), "LC §2.1", "EXACT :54170000/2381"),
                Arguments.of(new Source.Example("case", stated), "LC §2.1", "Nothing[]"),
                Arguments.of(new Source.PremiumOf("withheld"), "", "Nothing[]"),
                Arguments.of(new Source.StepOf("withheld", "any"), "", "Nothing[]"),
                Arguments.of(new Source.InsuredBy("withheld"), "", "Nothing[]"),
                Arguments.of(new Source.PeriodOf("withheld", stated), "", "Nothing[]"),
                Arguments.of(new Source.CoverOf("withheld"), "", "Nothing[]"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everySourceAnswersFromWhereItPoints(Source source, String clauses, String words) {
        PolicyPack pack = pack(product(
                List.of(
                        cover("old", CoverRule.Answer.YES),
                        cover("young", CoverRule.Answer.YES),
                        cover("ill", CoverRule.Answer.REFER)),
                List.of()));
        FloorAnswer answer = FloorAnswers.of(pack, published(FloorQuantity.MEDICAL_PREMIUM, source), List.of());
        assertEquals(clauses, answer.clauses().stream().map(ClauseId::text).collect(Collectors.joining(" ")));
        assertEquals(words, words(answer));
    }

    /** A person's share is over all bills, and of the eligible cost only. */
    @Test
    void aWorkedCaseAnswersWithSharesAndSelfPayments() {
        List<Settlement> bills = List.of(
                bill("A1", "A", 1_500, 1_000, 700), bill("A2", "A", 1_100, 1_000, 1_000), bill("B1", "B", 300, 0, 0));
        Source example = new Source.Example("case", new ClauseId("WH3 §3.1"));
        PolicyPack pack = pack(product(List.of(), List.of()));
        assertEquals(
                "EXACT A:17/20",
                words(FloorAnswers.of(pack, published(FloorQuantity.MEDICAL_REIMBURSED_SHARE, example), bills)));
        assertEquals(
                "EXACT A1:300 A2:0 B1:0",
                words(FloorAnswers.of(pack, published(FloorQuantity.MEDICAL_SELF_PAYMENT, example), bills)));
        assertEquals(
                List.of(FloorQuantity.MEDICAL_REIMBURSED_SHARE, FloorQuantity.MEDICAL_SELF_PAYMENT),
                Stream.of(FloorQuantity.values())
                        .filter(FloorAnswers::workedOut)
                        .toList());
    }

    // -------------------------------------------------------------------------------------------------------- helpers

    private static Settlement bill(String id, String person, long total, long eligible, long paid) {
        Product product = product(List.of(), List.of());
        CaseInput input = new CaseInput(id, person, FIRST, List.of(total, eligible, paid, 100L), Map.of());
        return Settler.settle(pack(product), product, input, List.of());
    }

    private static Product product(List<CoverRule> cover, List<Step> steps) {
        return new Product(
                "medical",
                NAMELESS,
                new ClauseId("WH3 §3.1"),
                Product.CaseKind.BILL,
                YEAR,
                Product.DateBasis.DISCHARGE,
                Product.Counts.COVERED,
                new Premium(Fen.ofYuan(450), new ClauseId("WH3 §3.1 ①"), Premium.AddedInYear.FULL, Rounding.HALF_UP),
                cover,
                List.of(),
                null,
                new Program(List.of("total_cost", "eligible_cost", "basic_paid", "fund_paid"), List.of(), steps),
                List.of(layer("basic", PayerLayer.Base.ELIGIBLE, 2), layer("fund", PayerLayer.Base.INELIGIBLE, 3)),
                "basic",
                2,
                List.of());
    }

    private static PayerLayer layer(String payer, PayerLayer.Base base, int register) {
        return new PayerLayer(payer, NAMELESS, NAMELESS, new ClauseId("WH3 §3.1"), base, register, false);
    }

    private static CoverRule cover(String category, CoverRule.Answer answer) {
        return new CoverRule(
                category,
                NAMELESS,
                new ClauseId("WH3 §2b"),
                CoverRule.Joins.INCLUSION,
                CoverRule.Ends.PERIOD_END,
                answer,
                List.of());
    }

    private static PolicyPack pack(Product product) {
        return new PolicyPack(
                "weihai-2020",
                NAMELESS,
                "",
                FIRST,
                YEAR,
                "00",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(product),
                List.of(),
                Standards.NONE,
                fangpin.kernel.allocation.Funds.NONE,
                List.of(),
                List.of());
    }

    private static Published published(FloorQuantity quantity, Source source) {
        return new Published(quantity, CountedFor.PERSON, source, List.of());
    }

    private static String words(FloorAnswer answer) {
        return switch (answer.content()) {
            case Content.Amounts amounts ->
                amounts.bound() + " "
                        + amounts.parts().stream()
                                .map(part -> part.label() + ":" + part.amount().numerator()
                                        + (part.amount().denominator() == 1
                                                ? ""
                                                : "/" + part.amount().denominator()))
                                .collect(Collectors.joining(" "));
            case Content.Groups groups ->
                groups.groups().stream().map(Floor.Group::word).collect(Collectors.joining(" "));
            case Content.Days days -> days.period().toString();
            case Content.Several several -> several.toString();
            case Content.Present present -> present.toString();
            case Content.Nothing nothing -> nothing.toString();
        };
    }
}
