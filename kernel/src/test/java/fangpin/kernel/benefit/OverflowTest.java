package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Text;
import fangpin.kernel.benefit.Operation.Tiers.Method;
import fangpin.kernel.benefit.Operation.Tiers.Origin;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A figure outside the range of a long fails loudly in both executors; it never wraps. */
class OverflowTest {
    private static final long MOST = Long.MAX_VALUE;
    private static final long LEAST = Long.MIN_VALUE;

    @Test
    void sums() {
        overflows(new Operation.Sum(List.of(0, 1)), MOST, 1);
        overflows(new Operation.Sum(List.of(0, 1)), LEAST, -1);
        overflows(new Operation.Subtract(0, List.of(1), false), LEAST, 1);
        overflows(new Operation.Subtract(0, List.of(1, 2), true), 0, MOST, 1);
        overflows(new Operation.SubtractPayers(0, List.of(1)), MOST, -1);
        overflows(new Operation.SubtractPayers(0, List.of(1, 2)), 0, MOST, 1);
        overflows(new Operation.Cap(0, 1, List.of(1, 2)), 1, MOST, 1);
        overflows(new Operation.Cap(0, 1, List.of(1)), 1, LEAST);
        overflows(new Operation.PerUnit(0, 2), MOST / 2 + 1);
        assertEquals(MOST - 1, Both.run(new Operation.PerUnit(0, 2), MOST / 2));
    }

    @Test
    void residual() {
        Operation tenth = new Operation.ResidualToRatio(0, 1, Ratio.ofPpm(100_000), true);
        overflows(tenth, LEAST, 100);
        assertEquals(MOST, Both.run(tenth, MOST, 1));
        overflows(new Operation.ResidualToRatio(0, 1, Ratio.ofPpm(2_000_000), false), 0, MOST / 2 + 1);
        overflows(new Operation.ResidualToRatio(0, 1, Ratio.ofPpm(2_000_000), true), 0, MOST);
    }

    @ParameterizedTest
    @EnumSource
    void shares(Rounding rounding) {
        overflows(share(2_000_000, rounding), MOST / 2 + 1);
        overflows(share(1_500_000, rounding), MOST);
        overflows(share(1_000_000, rounding), LEAST);
        assertEquals(MOST, Both.run(share(1_000_000, rounding), MOST));
        assertEquals(-MOST, Both.run(share(1_000_000, rounding), -MOST));
    }

    /** 6,148,914,691,236,517,205 x 3/2 is half a fen above the largest amount: only rounding takes it over. */
    @Test
    void roundingUpAShare() {
        overflows(share(1_500_000, Rounding.HALF_UP), 6_148_914_691_236_517_205L);
        overflows(share(1_500_000, Rounding.HALF_EVEN), -6_148_914_691_236_517_205L);
        assertEquals(MOST, Both.run(share(1_500_000, Rounding.DOWN), 6_148_914_691_236_517_205L));
    }

    @ParameterizedTest
    @EnumSource
    void tiers(Method method) {
        Operation doubled = new Operation.Tiers(
                0, method, Origin.ABSOLUTE, 0, List.of(new Tier(MOST, Ratio.ofPpm(2_000_000))), Rounding.HALF_UP);
        overflows(doubled, MOST / 2 + 1);
        assertEquals(MOST - 1, Both.run(doubled, MOST / 2));
        Operation raised = new Operation.Tiers(
                0, method, Origin.ABSOLUTE, 0, List.of(new Tier(MOST, Ratio.ofPpm(1_500_000))), Rounding.HALF_UP);
        overflows(raised, 6_148_914_691_236_517_205L);
    }

    @Test
    void divisions() {
        Operation sevenToThree = new Operation.Share(0, List.of(7L, 3L), 0);
        overflows(sevenToThree, LEAST);
        assertEquals(-6_456_360_425_798_343_065L, Both.run(sevenToThree, -MOST));
        Operation half = new Operation.Prorate(0, 1, 2, Rounding.HALF_UP);
        overflows(half, MOST, 3, 2);
        assertEquals(MOST, Both.run(half, MOST, 2, 2));
        assertEquals(0, Both.run(half, 1, 1, MOST / 2));
        overflows(half, 1, 1, MOST / 2 + 1);
        Operation whole = new Operation.Instalments(0, 1, List.of(new Operation.Instalments.Group(Ratio.WHOLE, 1)));
        overflows(whole, LEAST, 1);
        assertEquals(0, Both.run(whole, LEAST, 2));
    }

    @Test
    void multiples() {
        Operation twice = ClassifyTest.of(new Operation.Classify.Band(0, 1, Ratio.ofPpm(2_000_000), null), null);
        overflows(twice, 0, MOST / 2 + 1);
        overflows(twice, 0, LEAST / 2 - 1);
        assertEquals(2, Both.run(twice, MOST - 2, MOST / 2));
        assertEquals(1, Both.run(twice, MOST - 1, MOST / 2));
    }

    @Test
    void accumulators() {
        Program program = new Program(
                List.of("amount"),
                List.of(new Accumulator("total", new Text("", ""), new Scope(List.of()), Accumulator.Keeps.SUM, 0)),
                List.of());
        assertThrows(ArithmeticException.class, () -> ExplainingExecutor.explain(program, List.of(1L), List.of(MOST)));
        BulkRun bulk = BulkCompiler.compile(program, List.of());
        assertThrows(
                ArithmeticException.class,
                () -> bulk.run(new long[][] {{1}}, new int[][] {{0}}, new long[] {MOST}, new long[0][], 0, 1));
    }

    private static Operation share(long ppm, Rounding rounding) {
        return new Operation.Coinsurance(0, null, List.of(Ratio.ofPpm(ppm)), rounding);
    }

    private static void overflows(Operation operation, long... inputs) {
        Both.fails(ArithmeticException.class, operation, inputs);
    }
}
