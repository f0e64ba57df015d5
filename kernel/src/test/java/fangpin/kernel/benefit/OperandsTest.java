package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.benefit.Operation.Classify.Band;
import fangpin.kernel.benefit.Operation.Tiers.Method;
import fangpin.kernel.benefit.Operation.Tiers.Origin;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each operation says it reads: the program is checked by it, and explanations print it. */
class OperandsTest {
    private static final List<Ratio> SHARE = List.of(Ratio.WHOLE);

    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of(new Operation.Sum(List.of(3, 1)), List.of(3, 1)),
                Arguments.of(new Operation.Subtract(3, List.of(1, 2), true), List.of(3, 1, 2)),
                Arguments.of(new Operation.SubtractPayers(3, List.of(1, 2)), List.of(3, 1, 2)),
                Arguments.of(new Operation.MinOf(List.of(3, 1)), List.of(3, 1)),
                Arguments.of(new Operation.MaxOf(List.of(3, 1)), List.of(3, 1)),
                Arguments.of(new Operation.Trigger(3, 1, true), List.of(3)),
                Arguments.of(new Operation.Deductible(3, 1), List.of(3)),
                Arguments.of(new Operation.Coinsurance(3, null, SHARE, Rounding.DOWN), List.of(3)),
                Arguments.of(new Operation.Coinsurance(3, 1, SHARE, Rounding.DOWN), List.of(3, 1)),
                Arguments.of(
                        new Operation.Tiers(
                                3,
                                Method.MARGINAL,
                                Origin.ABSOLUTE,
                                0,
                                List.of(new Tier(Long.MAX_VALUE, Ratio.WHOLE)),
                                Rounding.DOWN),
                        List.of(3)),
                Arguments.of(new Operation.ResidualToRatio(3, 1, Ratio.WHOLE, true), List.of(3, 1)),
                Arguments.of(new Operation.Cap(3, 1, List.of(2, 0)), List.of(3, 2, 0)),
                Arguments.of(new Operation.GradeSchedule(3, List.of(5L)), List.of(3)),
                Arguments.of(new Operation.PerUnit(3, 1), List.of(3)),
                Arguments.of(new Operation.Share(3, List.of(7L, 3L), 1), List.of(3)),
                Arguments.of(new Operation.Prorate(3, 1, 2, Rounding.DOWN), List.of(3, 1, 2)),
                Arguments.of(
                        new Operation.Instalments(3, 1, List.of(new Operation.Instalments.Group(Ratio.WHOLE, 2))),
                        List.of(3, 1)),
                Arguments.of(ClassifyTest.of(null, new Guard(3, List.of(1))), List.of(3)),
                Arguments.of(ClassifyTest.of(new Band(3, 1, Ratio.WHOLE, null), null), List.of(3, 1)),
                Arguments.of(
                        ClassifyTest.of(new Band(2, 3, Ratio.WHOLE, null), new Guard(1, List.of(1))), List.of(1, 2, 3)),
                Arguments.of(
                        ClassifyTest.of(new Band(3, 1, Ratio.WHOLE, null), new Guard(3, List.of(1))), List.of(3, 1)),
                Arguments.of(
                        new Operation.Choose(3, List.of(new Operation.Choose.Branch(List.of(0), 1))), List.of(3, 1)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void areSaid(Operation operation, List<Integer> operands) {
        assertEquals(operands, operation.operands());
    }

    /** Register 3 of a program of three inputs is the step itself. */
    @ParameterizedTest
    @MethodSource("operations")
    void areCheckedByTheProgram(Operation operation, List<Integer> operands) {
        assertThrows(IllegalArgumentException.class, () -> Both.program(3, operation), operands.toString());
    }

    @Test
    void ofALumpSumAreNone() {
        assertEquals(List.of(), new Operation.LumpSum(1).operands());
    }
}
