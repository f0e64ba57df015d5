package fangpin.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            fen                  | yuan                  | readable
            0                    | 0.00                  | 0.00
            1                    | 0.01                  | 0.01
            -1                   | -0.01                 | -0.01
            99                   | 0.99                  | 0.99
            100                  | 1.00                  | 1.00
            -12345               | -123.45               | -123.45
            -105                 | -1.05                 | -1.05
            99999                | 999.99                | 999.99
            100000               | 1000.00               | 1,000.00
            -123405              | -1234.05              | -1,234.05
            99999999             | 999999.99             | 999,999.99
            100000000            | 1000000.00            | 1,000,000.00
            10000000000000000    | 100000000000000.00    | 100,000,000,000,000.00
            9223372036854775807  | 92233720368547758.07  | 92,233,720,368,547,758.07
            -9223372036854775807 | -92233720368547758.07 | -92,233,720,368,547,758.07
            -9223372036854775808 | -92233720368547758.08 | -92,233,720,368,547,758.08
            """)
    void isWritten(long fen, String yuan, String readable) {
        assertEquals(yuan, new Fen(fen).yuan());
        assertEquals(yuan, Fen.yuan(fen));
        assertEquals(yuan, new Fen(fen).toString());
        assertEquals(readable, new Fen(fen).readable());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            a,                   b,                    plus,                 minus
            0,                   0,                    0,                    0
            1,                   2,                    3,                    -1
            -1,                  1,                    0,                    -2
            9223372036854775806, 1,                    9223372036854775807,  9223372036854775805
            -9223372036854775807, 1,                   -9223372036854775806, -9223372036854775808
            """)
    void addsAndSubtractsExactly(long a, long b, long plus, long minus) {
        assertEquals(new Fen(plus), new Fen(a).plus(new Fen(b)));
        assertEquals(new Fen(minus), new Fen(a).minus(new Fen(b)));
        assertEquals(new Fen(-b), new Fen(b).negated());
    }

    @Test
    void failsRatherThanWraps() {
        Fen most = new Fen(Long.MAX_VALUE);
        Fen least = new Fen(Long.MIN_VALUE);
        Fen one = new Fen(1);
        assertThrows(ArithmeticException.class, () -> most.plus(one));
        assertThrows(ArithmeticException.class, () -> least.minus(one));
        assertThrows(ArithmeticException.class, least::negated);
        assertThrows(ArithmeticException.class, () -> Fen.ofYuan(Long.MAX_VALUE / 100 + 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 100", "-3, -300", "92233720368547758, 9223372036854775800"})
    void isMadeFromYuan(long yuan, long fen) {
        assertEquals(new Fen(fen), Fen.ofYuan(yuan));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, -1", "2, 2, 0", "2, -2, 1"})
    void isOrdered(long a, long b, int order) {
        assertEquals(order, new Fen(a).compareTo(new Fen(b)));
    }
}
