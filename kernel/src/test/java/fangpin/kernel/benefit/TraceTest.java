package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text;
import fangpin.kernel.benefit.StepTrace.Bound;
import fangpin.kernel.benefit.StepTrace.Exact;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an explanation writes down beside the figures. */
class TraceTest {
    @Test
    void operandsComeInTheOrderOfTheOperation() {
        StepTrace trace = Both.trace(new Operation.Subtract(2, List.of(0, 1), false), 1, 2, 10);
        assertTrue(trace.applied());
        assertEquals(List.of(10L, 1L, 2L), trace.operands());
        assertEquals(7, trace.result());
        assertNull(trace.exact());
        assertEquals(List.of(), trace.bounds());
        assertEquals(-1, trace.branch());
    }

    @ParameterizedTest
    @CsvSource({"10, -1, true", "11, 0, false", "12, 1, false"})
    void floorIsABound(long from, long difference, boolean binding) {
        StepTrace trace = Both.trace(new Operation.Subtract(0, List.of(1), true), from, 11);
        assertEquals(List.of(new Bound("zero", difference, 0, binding)), trace.bounds());
    }

    @ParameterizedTest
    @CsvSource({"99, false, true", "100, false, true", "101, false, false", "99, true, true", "100, true, false"})
    void lineIsABound(long amount, boolean reaching, boolean binding) {
        StepTrace trace = Both.trace(new Operation.Trigger(0, 100, reaching), amount);
        assertEquals(List.of(new Bound("line", amount, 100, binding)), trace.bounds());
    }

    @ParameterizedTest
    @CsvSource({"99, true", "100, false", "101, false"})
    void deductibleIsABound(long amount, boolean binding) {
        StepTrace trace = Both.trace(new Operation.Deductible(0, 100), amount);
        assertEquals(List.of(new Bound("deductible", amount, 100, binding)), trace.bounds());
    }

    @ParameterizedTest
    @CsvSource({"39, 60, 40, false", "40, 60, 40, false", "41, 60, 40, true", "1, 100, 0, true", "1, 101, 0, true"})
    void limitIsWhatIsLeftOfIt(long amount, long used, long left, boolean binding) {
        StepTrace trace = Both.trace(new Operation.Cap(0, 100, List.of(1)), amount, used);
        assertEquals(List.of(new Bound("limit", amount, left, binding)), trace.bounds());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            a, b, c, least taken, greatest taken
            1, 2, 3, 0,           2
            3, 2, 1, 2,           0
            2, 1, 1, 1,           0
            1, 2, 2, 0,           1
            2, 2, 2, 0,           0
            """)
    void choiceTellsWhichValueWasTaken(long a, long b, long c, int least, int greatest) {
        for (boolean greatestWanted : new boolean[] {false, true}) {
            int taken = greatestWanted ? greatest : least;
            Operation operation =
                    greatestWanted ? new Operation.MaxOf(List.of(0, 1, 2)) : new Operation.MinOf(List.of(0, 1, 2));
            StepTrace trace = Both.trace(operation, a, b, c);
            assertEquals(taken, trace.branch());
            assertEquals(
                    List.of(new Bound("in1", a, b, taken == 1), new Bound("in2", a, c, taken == 2)), trace.bounds());
        }
    }

    /** Four fifths: 3 fen are 2 and 2/5. */
    @ParameterizedTest
    @CsvSource({"3, false, 2, 2", "-3, true, 2, 2", "5, false, 4, 0", "0, false, 0, 0"})
    void shareTellsItsFigureBeforeRounding(long amount, boolean negative, long whole, long remainder) {
        List<Ratio> share = List.of(Ratio.ofPpm(800_000));
        StepTrace trace = Both.trace(new Operation.Coinsurance(0, null, share, Rounding.HALF_UP), amount);
        assertEquals(new Exact(negative, whole, remainder, 5, Rounding.HALF_UP), trace.exact());
        assertEquals(0, trace.branch());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "0, -1", "3, -1"})
    void codeTellsWhichShareOrGradeWasTaken(long code, int branch) {
        List<Ratio> shares = List.of(Ratio.WHOLE, Ratio.ofPpm(500_000));
        assertEquals(
                branch,
                Both.trace(new Operation.Coinsurance(0, 1, shares, Rounding.DOWN), 9, code)
                        .branch());
        assertEquals(
                branch,
                Both.trace(new Operation.GradeSchedule(0, List.of(5L, 4L)), code)
                        .branch());
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 20", "2, 5", "3, 15", "4, 25"})
    void explanationGivesEveryRegister(int register, long value) {
        Program program = new Program(
                List.of("a", "b"),
                List.of(new Accumulator("to_date", new Text("", ""), new Scope(List.of()), Accumulator.Keeps.SUM, 4)),
                List.of(
                        Both.step("first", null, new Operation.Sum(List.of(0, 2))),
                        Both.step("second", null, new Operation.Sum(List.of(1, 2)))));
        Explanation explanation = ExplainingExecutor.explain(program, List.of(10L, 20L), List.of(5L));
        assertEquals(value, explanation.value(register));
        assertEquals(List.of(5L), explanation.before());
        assertEquals(List.of(30L), explanation.after());
    }

    @Test
    void nothingInItCanBeChangedAfterwards() {
        Program program = new Program(
                List.of("a"),
                List.of(new Accumulator("to_date", new Text("", ""), new Scope(List.of()), Accumulator.Keeps.SUM, 0)),
                List.of(Both.step("first", null, new Operation.Sum(List.of(0)))));
        Explanation explanation = ExplainingExecutor.explain(program, List.of(1L), List.of(0L));
        for (List<Long> figures : List.of(
                explanation.inputs(),
                explanation.before(),
                explanation.after(),
                explanation.steps().getFirst().operands())) {
            assertThrows(UnsupportedOperationException.class, () -> figures.set(0, 7L));
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 1, false, 2, 2", "-10, 1, true, 2, 2", "10, -1, true, 2, 2", "-10, -3, false, 7, 2"})
    void aProratedAmountIsWrittenBeforeRounding(long amount, long numerator, boolean negative, long whole, long rest) {
        StepTrace trace = Both.trace(new Operation.Prorate(0, 1, 2, Rounding.DOWN), amount, numerator, 4);
        assertEquals(new Exact(negative, whole, rest, 4, Rounding.DOWN), trace.exact());
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "1, 0", "12, 0", "13, 1", "14, 2", "15, -1"})
    void anInstalmentNamesItsGroup(long number, int group) {
        Operation instalments = new Operation.Instalments(
                0,
                1,
                List.of(
                        new Operation.Instalments.Group(Ratio.ofPpm(600_000), 12),
                        new Operation.Instalments.Group(Ratio.ofPpm(300_000), 1),
                        new Operation.Instalments.Group(Ratio.ofPpm(100_000), 1)));
        assertEquals(group, Both.trace(instalments, 100, number).branch());
    }
}
