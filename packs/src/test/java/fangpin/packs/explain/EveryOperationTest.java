package fangpin.packs.explain;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.Text.Language;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Operation.Tiers;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.benefit.Tier;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.policy.InputColumn.Kind;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.packs.Golden;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation as the only step of a product, with its variants and with every reason for which it may give 0. */
class EveryOperationTest {
    private static final int AMOUNT = 0;
    private static final int OTHER = 1;
    private static final int WORD = 2;
    private static final int COUNT = 3;
    private static final ClauseId CLAUSE = new ClauseId("WH3 §3.2 ①");

    /** Inputs in fen, the code of a word, a count. */
    private record Case(
            String name, Operation operation, @Nullable Guard guard, List<Long> inputs) {}

    private static Case of(String name, Operation operation, long... inputs) {
        return new Case(name, operation, null, SamplePack.fen(inputs));
    }

    private static final List<Ratio> TWO_SHARES = List.of(new Ratio(1, 2), Ratio.ZERO);
    private static final List<Tier> TIERS = List.of(
            new Tier(50_000, Ratio.ZERO),
            new Tier(100_000, new Ratio(1, 2)),
            new Tier(Long.MAX_VALUE, new Ratio(4, 5)));

    private static final List<Case> CASES = List.of(
            of("sum", new Operation.Sum(List.of(AMOUNT, OTHER)), 100, 200, 1, 0),
            of("sum of nothing", new Operation.Sum(List.of(AMOUNT, OTHER)), 0, 0, 1, 0),
            of("subtract", new Operation.Subtract(AMOUNT, List.of(OTHER), false), 300, 100, 1, 0),
            of("subtract all", new Operation.Subtract(AMOUNT, List.of(OTHER), true), 300, 500, 1, 0),
            of("payers", new Operation.SubtractPayers(AMOUNT, List.of(OTHER)), 300, 100, 1, 0),
            of("payers took all", new Operation.SubtractPayers(AMOUNT, List.of(OTHER)), 300, 300, 1, 0),
            of("least", new Operation.MinOf(List.of(AMOUNT, OTHER)), 300, 100, 1, 0),
            of("greatest", new Operation.MaxOf(List.of(AMOUNT, OTHER)), 300, 500, 1, 0),
            of("trigger reached", new Operation.Trigger(AMOUNT, 10_000, true), 10_000, 0, 1, 0),
            of("trigger not passed", new Operation.Trigger(AMOUNT, 10_000, false), 10_000, 0, 1, 0),
            of("deductible", new Operation.Deductible(AMOUNT, 10_000), 30_000, 0, 1, 0),
            of("within the deductible", new Operation.Deductible(AMOUNT, 10_000), 10_000, 0, 1, 0),
            of("share", share(null, Rounding.HALF_UP), 33_333, 0, 1, 0),
            of("share by word", share(WORD, Rounding.DOWN), 33_333, 0, 1, 0),
            of("share of none", share(WORD, Rounding.DOWN), 33_333, 0, 2, 0),
            of("no share for the word", share(WORD, Rounding.HALF_EVEN), 33_333, 0, 3, 0),
            of("share less than a fen", share(null, Rounding.DOWN), 1, 0, 1, 0),
            of("bands", tiers(Tiers.Method.MARGINAL, Tiers.Origin.ABSOLUTE), 120_001, 0, 1, 0),
            of(
                    "whole amount in its band",
                    tiers(Tiers.Method.WHOLE_AMOUNT, Tiers.Origin.AFTER_DEDUCTIBLE),
                    120_001,
                    0,
                    1,
                    0),
            of("band that pays nothing", tiers(Tiers.Method.MARGINAL, Tiers.Origin.ABSOLUTE), 40_000, 0, 1, 0),
            of("below the bands", tiers(Tiers.Method.MARGINAL, Tiers.Origin.ABSOLUTE), 5_000, 0, 1, 0),
            of(
                    "below a ratio",
                    new Operation.ResidualToRatio(AMOUNT, OTHER, new Ratio(1, 10), true),
                    30_000,
                    100_000,
                    1,
                    0),
            of(
                    "within a ratio already",
                    new Operation.ResidualToRatio(AMOUNT, OTHER, new Ratio(1, 10), false),
                    10_000,
                    100_000,
                    1,
                    0),
            of(
                    "nothing left for the ratio",
                    new Operation.ResidualToRatio(AMOUNT, OTHER, new Ratio(1, 10), true),
                    0,
                    100_000,
                    1,
                    0),
            of("within a limit", new Operation.Cap(AMOUNT, 20_000, List.of()), 10_000, 0, 1, 0),
            of("at a limit", new Operation.Cap(AMOUNT, 20_000, List.of()), 30_000, 0, 1, 0),
            of("grade", new Operation.GradeSchedule(COUNT, List.of(30_000L, 20_000L)), 0, 0, 1, 2),
            of("no such grade", new Operation.GradeSchedule(COUNT, List.of(30_000L, 20_000L)), 0, 0, 1, 3),
            of("lump sum", new Operation.LumpSum(50_000), 0, 0, 1, 0),
            of("per unit", new Operation.PerUnit(COUNT, 2_000), 0, 0, 1, 3),
            of("no units", new Operation.PerUnit(COUNT, 2_000), 0, 0, 1, 0),
            of("choose", choose(), 300, 0, 1, 0),
            of("choose nothing", choose(), 300, 0, 2, 0),
            of("part", new Operation.Share(AMOUNT, List.of(7L, 3L), 0), 15, 0, 1, 0),
            of("part less than a fen", new Operation.Share(AMOUNT, List.of(7L, 3L), 1), 1, 0, 1, 0),
            of("prorated", new Operation.Prorate(AMOUNT, OTHER, COUNT, Rounding.DOWN), 10_000, 5, 1, 12),
            of("prorated to nothing", new Operation.Prorate(AMOUNT, OTHER, COUNT, Rounding.DOWN), 10_000, 0, 1, 12),
            of("instalment", instalments(), 120_000, 0, 1, 13),
            of("no such instalment", instalments(), 120_000, 0, 1, 14),
            of("class by word", classes(), 0, 0, 1, 0),
            of("class by amount", classes(), 150, 100, 2, 0),
            of("no class", classes(), 200, 100, 2, 0),
            new Case(
                    "not for this word",
                    new Operation.LumpSum(50_000),
                    new Guard(WORD, List.of(1, 2)),
                    SamplePack.fen(0, 0, 3, 0)));

    private static Operation share(@Nullable Integer by, Rounding rounding) {
        return new Operation.Coinsurance(AMOUNT, by, by == null ? List.of(new Ratio(1, 8)) : TWO_SHARES, rounding);
    }

    private static Operation tiers(Tiers.Method method, Tiers.Origin origin) {
        return new Tiers(AMOUNT, method, origin, 10_000, TIERS, Rounding.HALF_UP);
    }

    private static Operation instalments() {
        return new Operation.Instalments(
                AMOUNT,
                COUNT,
                List.of(
                        new Operation.Instalments.Group(new Ratio(7, 10), 12),
                        new Operation.Instalments.Group(new Ratio(3, 10), 1)));
    }

    private static Operation classes() {
        return new Operation.Classify(
                List.of(name("低保", "basic"), name("低收入", "low income"), name("无", "none")),
                List.of(
                        new Operation.Classify.Rule(1, new Guard(WORD, List.of(1)), null),
                        new Operation.Classify.Rule(
                                2,
                                new Guard(WORD, List.of(2)),
                                new Operation.Classify.Band(AMOUNT, OTHER, Ratio.WHOLE, new Ratio(2, 1)))),
                3);
    }

    private static Operation.Classify.ClassName name(String zh, String en) {
        return new Operation.Classify.ClassName(en, new Text(zh, en));
    }

    private static Operation choose() {
        return new Operation.Choose(
                WORD,
                List.of(
                        new Operation.Choose.Branch(List.of(1), AMOUNT),
                        new Operation.Choose.Branch(List.of(2, 3), -1)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isToldAndWrittenOut(Language language) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Case one : CASES) {
            Settlement settlement = settle(one);
            Messages messages = Messages.in(language);
            text.append(one.name).append('\n');
            // a class is no payment, so there is nothing to tell a person of it
            if (!(one.operation instanceof Operation.Classify)) {
                text.append("  ")
                        .append(Explanations.person(Scenario.PACK, settlement, language))
                        .append('\n');
            }
            if (one.guard == null) {
                text.append("  ")
                        .append(new StepWords(new Quantities(settlement.product(), messages), messages)
                                .computation(settlement.explanation().steps().getFirst()))
                        .append('\n');
            }
        }
        Golden.check("explain/operations_" + language.name().toLowerCase(Locale.ROOT) + ".txt", text.toString());
    }

    private static Settlement settle(Case one) {
        Program program = new Program(
                List.of("amount", "other", "word", "count"),
                List.of(),
                List.of(new Step(
                        "payment", new Text("补助标准", "Standard"), CLAUSE, List.of(), one.guard, one.operation)));
        Text name = new Text("试验补助", "Trial benefit");
        PayerLayer layer = new PayerLayer("trial", name, name, CLAUSE, PayerLayer.Base.ELIGIBLE, 4, true);
        Product product = new Product(
                "trial",
                name,
                CLAUSE,
                Product.CaseKind.CLAIM,
                SamplePack.YEAR,
                Product.DateBasis.ACCIDENT,
                Product.Counts.COVERED,
                SamplePack.premium(1),
                SamplePack.COVER,
                List.of(
                        SamplePack.money("amount", "费用", "Cost", false),
                        SamplePack.money("other", "其他费用", "Other cost", false),
                        SamplePack.column(
                                "word",
                                "类别",
                                "Category",
                                Kind.CODE,
                                false,
                                SamplePack.words("first", "甲", "second", "乙", "third", "丙"),
                                false,
                                null),
                        SamplePack.column("count", "数量", "Count", Kind.GRADE, false, List.of(), false, null)),
                null,
                program,
                List.of(layer),
                "trial",
                4,
                List.of());
        CaseInput input = new CaseInput("C1", "P1", LocalDate.of(2020, 5, 10), one.inputs, Map.of());
        return Settler.settle(Scenario.PACK, product, input, List.of());
    }
}
