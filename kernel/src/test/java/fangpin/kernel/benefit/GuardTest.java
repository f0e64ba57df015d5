package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final Guard GUARD = new Guard(0, List.of(0, 3, 62));

    /** 64 is 0 and 67 is 3 to a shift of 64 bits; neither is to a guard. */
    @ParameterizedTest
    @CsvSource({
        "0, true",
        "1, false",
        "2, false",
        "3, true",
        "4, false",
        "61, false",
        "62, true",
        "63, false",
        "64, false",
        "67, false",
        "126, false",
        "-1, false",
        "-2, false",
        "-61, false",
        "4294967296, false",
        "4294967299, false",
        "-9223372036854775808, false",
        "9223372036854775807, false",
    })
    void acceptsItsCodes(long code, boolean accepted) {
        assertEquals(accepted, GUARD.accepts(code));
        Program program = Both.program(2, GUARD, new Operation.Sum(List.of(1)));
        assertEquals(accepted ? 7 : 0, Both.run(program, code, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 63, 64, 100, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesCodesItCannotHold(int code) {
        assertThrows(IllegalArgumentException.class, () -> new Guard(0, List.of(1, code)));
    }

    @Test
    void acceptsNothingWithoutCodes() {
        assertFalse(new Guard(0, List.of()).accepts(0));
    }

    @Test
    void leavesNothingButTheOperandsInTheTraceOfAStepKeptOut() {
        Program program = Both.program(2, GUARD, new Operation.Deductible(1, 5));
        StepTrace trace = Both.explain(program, 1, 7).steps().getFirst();
        assertFalse(trace.applied());
        assertEquals(List.of(7L), trace.operands());
        assertEquals(0, trace.result());
        assertEquals(List.of(), trace.bounds());
        assertEquals(-1, trace.branch());
        assertNull(trace.exact());
    }
}
