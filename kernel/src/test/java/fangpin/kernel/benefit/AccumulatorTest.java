package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Text;
import fangpin.kernel.benefit.Accumulator.Keeps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccumulatorTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            before, value, sum, highest
            0,      0,     0,   0
            0,      5,     5,   5
            5,      4,     9,   5
            5,      5,     10,  5
            5,      6,     11,  6
            5,      -6,    -1,  5
            0,      -1,    -1,  0
            """)
    void takesInAValue(long before, long value, long sum, long highest) {
        assertEquals(sum, accumulator(Keeps.SUM).after(before, value));
        assertEquals(highest, accumulator(Keeps.HIGHEST).after(before, value));
    }

    @Test
    void failsRatherThanWraps() {
        Accumulator sum = accumulator(Keeps.SUM);
        assertThrows(ArithmeticException.class, () -> sum.after(Long.MAX_VALUE, 1));
        assertEquals(Long.MAX_VALUE, accumulator(Keeps.HIGHEST).after(Long.MAX_VALUE, 1));
    }

    private static Accumulator accumulator(Keeps keeps) {
        return new Accumulator("total", new Text("合计", "Total"), new Scope(List.of()), keeps, 0);
    }
}
