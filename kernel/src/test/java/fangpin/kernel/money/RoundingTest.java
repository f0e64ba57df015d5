package fangpin.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading R3. */
class RoundingTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            whole, remainder, denominator, half up, down, half even
            0,     0,         1,           0,       0,    0
            7,     0,         10,          7,       7,    7
            7,     1,         10,          7,       7,    7
            7,     4,         10,          7,       7,    7
            7,     5,         10,          8,       7,    8
            8,     5,         10,          9,       8,    8
            0,     5,         10,          1,       0,    0
            1,     5,         10,          2,       1,    2
            7,     6,         10,          8,       7,    8
            8,     6,         10,          9,       8,    9
            8,     9,         10,          9,       8,    9
            0,     1,         2,           1,       0,    0
            1,     1,         2,           2,       1,    2
            2,     499999,    1000000,     2,       2,    2
            2,     500000,    1000000,     3,       2,    2
            2,     500001,    1000000,     3,       2,    3
            4,     1,         3,           4,       4,    4
            4,     2,         3,           5,       4,    5
            4,     62,        125,         4,       4,    4
            4,     63,        125,         5,       4,    5
            """)
    void rounds(long whole, long remainder, long denominator, long halfUp, long down, long halfEven) {
        assertEquals(halfUp, Rounding.HALF_UP.round(whole, remainder, denominator));
        assertEquals(down, Rounding.DOWN.round(whole, remainder, denominator));
        assertEquals(halfEven, Rounding.HALF_EVEN.round(whole, remainder, denominator));
    }

    @Test
    void failsRatherThanWraps() {
        assertThrows(ArithmeticException.class, () -> Rounding.HALF_UP.round(Long.MAX_VALUE, 1, 2));
        assertThrows(ArithmeticException.class, () -> Rounding.HALF_EVEN.round(Long.MAX_VALUE, 1, 2));
        assertEquals(Long.MAX_VALUE, Rounding.DOWN.round(Long.MAX_VALUE, 1, 2));
        assertEquals(Long.MAX_VALUE, Rounding.HALF_UP.round(Long.MAX_VALUE, 0, 2));
    }
}
