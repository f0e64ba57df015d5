package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.benefit.Operation.Tiers;
import fangpin.kernel.benefit.Operation.Tiers.Method;
import fangpin.kernel.benefit.Operation.Tiers.Origin;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four conventions in which published examples count their tiers, on both sides of each bound, in fen. */
class TiersTest {
    private static final long UNBOUNDED = Long.MAX_VALUE;

    /** 5,000 to 100,000 yuan 65%, to 300,000 75%, above 85%: bounds of the cost itself, the deductible inside the first tier. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount,   paid
            -1,       0
            0,        0
            499999,   0
            500000,   0
            500001,   1
            500002,   1
            500003,   2
            9999999,  6174999
            10000000, 6175000
            10000001, 6175001
            10000002, 6175002
            10000003, 6175002
            29999999, 21174999
            30000000, 21175000
            30000001, 21175001
            40000000, 29675000
            """)
    void absoluteBoundsWithTheDeductibleInsideTheFirstTier(long amount, long paid) {
        Tiers tiers =
                tiers(Method.MARGINAL, Origin.ABSOLUTE, 500_000, 10_000_000, 650_000, 30_000_000, 750_000, 850_000);
        assertEquals(paid, Both.run(tiers, amount));
    }

    /** The same table counted from what lies above the deductible: every bound moves up by 5,000 yuan. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount,               paid
            -9223372036854775808, 0
            0,                    0
            500000,               0
            500001,               1
            10499999,             6499999
            10500000,             6500000
            10500001,             6500001
            10500002,             6500002
            10500003,             6500002
            30499999,             21499999
            30500000,             21500000
            30500001,             21500001
            40500000,             30000000
            """)
    void countedAfterTheDeductible(long amount, long paid) {
        Tiers tiers = tiers(
                Method.MARGINAL, Origin.AFTER_DEDUCTIBLE, 500_000, 10_000_000, 650_000, 30_000_000, 750_000, 850_000);
        assertEquals(paid, Both.run(tiers, amount));
    }

    /**
     * The deductible charged to the lower band, the upper band begins at its gross bound: 20 of a deductible of 1 pays
     * (10 - 1) x 65% + (20 - 10) x 80%. In our words this is again absolute bounds.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount,   paid
            10000000, 5850000
            20000000, 13850000
            """)
    void deductibleChargedToTheLowerBand(long amount, long paid) {
        Tiers tiers = tiers(Method.MARGINAL, Origin.ABSOLUTE, 1_000_000, 10_000_000, 650_000, UNBOUNDED, 800_000, 0);
        assertEquals(paid, Both.run(tiers, amount));
    }

    /** 防贫保 tables: the whole amount at the rate of the tier it falls in, once it passes the line. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount,  paid
            0,       0
            1,       0
            3,       1
            5,       2
            999999,  300000
            1000000, 300000
            1000001, 500001
            2999999, 1500000
            3000000, 1500000
            3000001, 2100001
            5000000, 3500000
            """)
    void wholeAmountAtTheRateOfItsTier(long amount, long paid) {
        Tiers tiers = tiers(Method.WHOLE_AMOUNT, Origin.ABSOLUTE, 0, 1_000_000, 300_000, 3_000_000, 500_000, 700_000);
        assertEquals(paid, Both.run(tiers, amount));
    }

    /** What lies above a deductible, all of it at one rate: that of the tier the amount, or the rest, falls in. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            origin,           amount,  paid
            ABSOLUTE,         200000,  0
            ABSOLUTE,         200010,  3
            ABSOLUTE,         1000000, 240000
            ABSOLUTE,         1000001, 400001
            ABSOLUTE,         3000001, 1960001
            AFTER_DEDUCTIBLE, 200000,  0
            AFTER_DEDUCTIBLE, 200010,  3
            AFTER_DEDUCTIBLE, 1000001, 240000
            AFTER_DEDUCTIBLE, 1200000, 300000
            AFTER_DEDUCTIBLE, 1200001, 500001
            AFTER_DEDUCTIBLE, 3200000, 1500000
            AFTER_DEDUCTIBLE, 3200001, 2100001
            """)
    void wholeAmountAboveADeductible(Origin origin, long amount, long paid) {
        Tiers tiers = tiers(Method.WHOLE_AMOUNT, origin, 200_000, 1_000_000, 300_000, 3_000_000, 500_000, 700_000);
        assertEquals(paid, Both.run(tiers, amount));
    }

    /** A deductible above the first bound leaves that tier nothing to pay. */
    @ParameterizedTest
    @CsvSource({"1000000, 0", "1500000, 0", "1500010, 5", "3000010, 750007"})
    void deductibleBeyondTheFirstTier(long amount, long paid) {
        Tiers tiers =
                tiers(Method.MARGINAL, Origin.ABSOLUTE, 1_500_000, 1_000_000, 300_000, 3_000_000, 500_000, 700_000);
        assertEquals(paid, Both.run(tiers, amount));
    }

    /** One fen in each of three tiers at one half, one third less a bit, and a fifth: rounded once, not thrice. */
    @ParameterizedTest
    @CsvSource({
        "HALF_UP, 1, 1",
        "HALF_UP, 2, 1",
        "HALF_UP, 3, 1",
        "DOWN, 1, 0",
        "DOWN, 3, 1",
        "HALF_EVEN, 1, 0",
        "HALF_EVEN, 3, 1"
    })
    void roundsTheSumOnce(Rounding rounding, long amount, long paid) {
        Tiers tiers = new Tiers(
                0,
                Method.MARGINAL,
                Origin.ABSOLUTE,
                0,
                List.of(
                        new Tier(1, Ratio.ofPpm(500_000)),
                        new Tier(2, Ratio.ofPpm(333_333)),
                        new Tier(UNBOUNDED, Ratio.ofPpm(200_000))),
                rounding);
        assertEquals(paid, Both.run(tiers, amount));
    }

    @Test
    void isExactForTheLargestAmounts() {
        Tiers tiers = tiers(Method.MARGINAL, Origin.ABSOLUTE, 0, 1, 0, UNBOUNDED, 1_000_000, 0);
        assertEquals(Long.MAX_VALUE - 1, Both.run(tiers, Long.MAX_VALUE));
        assertEquals(0, Both.run(tiers, Long.MIN_VALUE));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            origin,           amount,  branch
            ABSOLUTE,         -1,      -1
            ABSOLUTE,         0,       -1
            ABSOLUTE,         200000,  -1
            ABSOLUTE,         200001,  0
            ABSOLUTE,         1000000, 0
            ABSOLUTE,         1000001, 1
            ABSOLUTE,         3000001, 2
            AFTER_DEDUCTIBLE, 200000,  -1
            AFTER_DEDUCTIBLE, 200001,  0
            AFTER_DEDUCTIBLE, 1200000, 0
            AFTER_DEDUCTIBLE, 1200001, 1
            AFTER_DEDUCTIBLE, 3200001, 2
            """)
    void tellsWhichTierWasReached(Origin origin, long amount, int branch) {
        Tiers tiers = tiers(Method.MARGINAL, origin, 200_000, 1_000_000, 300_000, 3_000_000, 500_000, 700_000);
        assertEquals(branch, Both.trace(tiers, amount).branch());
    }

    @Test
    void tellsItsBoundsAndTheFigureBeforeRounding() {
        Tiers tiers = tiers(
                Method.MARGINAL, Origin.AFTER_DEDUCTIBLE, 200_000, 1_000_000, 300_000, 3_000_000, 500_000, 700_000);
        StepTrace trace = Both.trace(tiers, 1_200_003);
        assertEquals(
                List.of(
                        new StepTrace.Bound("deductible", 1_200_003, 200_000, false),
                        new StepTrace.Bound("tier-1", 1_000_003, 1_000_000, true),
                        new StepTrace.Bound("tier-2", 1_000_003, 3_000_000, false)),
                trace.bounds());
        assertEquals(new StepTrace.Exact(false, 300_001, 5, 10, Rounding.HALF_UP), trace.exact());
        assertEquals(300_002, trace.result());
        assertEquals(
                new StepTrace.Bound("deductible", 199_999, 200_000, true),
                Both.trace(tiers, 199_999).bounds().getFirst());
        assertEquals(
                new StepTrace.Bound("deductible", 200_000, 200_000, false),
                Both.trace(tiers, 200_000).bounds().getFirst());
    }

    @Test
    void tellsNoDeductibleWhereThereIsNone() {
        Tiers tiers = tiers(Method.MARGINAL, Origin.ABSOLUTE, 0, 1_000_000, 300_000, 3_000_000, 500_000, 700_000);
        assertEquals(
                List.of(
                        new StepTrace.Bound("tier-1", 1_000_000, 1_000_000, false),
                        new StepTrace.Bound("tier-2", 1_000_000, 3_000_000, false)),
                Both.trace(tiers, 1_000_000).bounds());
        assertEquals(
                new StepTrace.Bound("tier-1", 1_000_001, 1_000_000, true),
                Both.trace(tiers, 1_000_001).bounds().getFirst());
    }

    /** Bounds that do not rise, or a last tier that ends, would leave money unpaid in silence. */
    @Test
    void refusesATableThatIsNotOne() {
        Tier low = new Tier(1_000, Ratio.WHOLE);
        Tier high = new Tier(2_000, Ratio.WHOLE);
        Tier last = new Tier(UNBOUNDED, Ratio.WHOLE);
        for (List<Tier> tiers : List.of(
                List.<Tier>of(),
                List.of(low),
                List.of(low, high),
                List.of(high, low, last),
                List.of(low, low, last),
                List.of(last, last),
                List.of(new Tier(0, Ratio.WHOLE), last),
                List.of(new Tier(-1, Ratio.WHOLE), last))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Tiers(0, Method.MARGINAL, Origin.ABSOLUTE, 0, tiers, Rounding.DOWN),
                    tiers.toString());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Tiers(0, Method.MARGINAL, Origin.ABSOLUTE, -1, List.of(last), Rounding.DOWN));
    }

    /** Two or three tiers, half up; the last share is left out where the second tier has no end. */
    private static Tiers tiers(
            Method method,
            Origin origin,
            long deductible,
            long firstUpTo,
            long firstPpm,
            long secondUpTo,
            long secondPpm,
            long lastPpm) {
        Tier first = new Tier(firstUpTo, Ratio.ofPpm(firstPpm));
        Tier second = new Tier(secondUpTo, Ratio.ofPpm(secondPpm));
        List<Tier> tiers = secondUpTo == UNBOUNDED
                ? List.of(first, second)
                : List.of(first, second, new Tier(UNBOUNDED, Ratio.ofPpm(lastPpm)));
        return new Tiers(0, method, origin, deductible, tiers, Rounding.HALF_UP);
    }
}
