package fangpin.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            ppm,        numerator,  denominator, written
            0,          0,          1,           0%
            1,          1,          1000000,     0.0001%
            100000,     1,          10,          10%
            272000,     34,         125,         27.2%
            333333,     333333,     1000000,     33.3333%
            500000,     1,          2,           50%
            800000,     4,          5,           80%
            999999,     999999,     1000000,     99.9999%
            1000000,    1,          1,           100%
            1500000,    3,          2,           150%
            1000000000, 1000,       1,           100000%
            """)
    void isInLowestTerms(long ppm, long numerator, long denominator, String written) {
        Ratio ratio = Ratio.ofPpm(ppm);
        assertEquals(numerator, ratio.numerator());
        assertEquals(denominator, ratio.denominator());
        assertEquals(ppm, ratio.ppm());
        assertEquals(written, ratio.toString());
        assertEquals(ratio, new Ratio(numerator, denominator));
    }

    /** Two ways to write one share are one ratio, or equal shares would not be equal. */
    @ParameterizedTest
    @CsvSource({"2, 20, 1, 10", "0, 5, 0, 1", "500000, 1000000, 1, 2", "10, 10, 1, 1"})
    void isReduced(long numerator, long denominator, long lowestNumerator, long lowestDenominator) {
        Ratio ratio = new Ratio(numerator, denominator);
        assertEquals(lowestNumerator, ratio.numerator());
        assertEquals(lowestDenominator, ratio.denominator());
    }

    /** A third has no exact parts per million; it would be cut off in silence. */
    @ParameterizedTest
    @CsvSource({
        "-1, 10",
        "1, 0",
        "1, -10",
        "-1, -10",
        "1, 1000001",
        "1, 2000000",
        "1, 3",
        "2, 7",
        "1, 9",
        "1000000001, 1",
        "1000000001, 1000000"
    })
    void isRefused(long numerator, long denominator) {
        assertThrows(IllegalArgumentException.class, () -> new Ratio(numerator, denominator));
    }

    @ParameterizedTest
    @CsvSource({"-1", "-100000", "-1000000", "1000000001"})
    void isRefusedFromPpm(long ppm) {
        assertThrows(IllegalArgumentException.class, () -> Ratio.ofPpm(ppm));
    }

    @ParameterizedTest
    @CsvSource({"0, 1000000", "1, 999999", "100000, 900000", "1000000, 0"})
    void hasAComplement(long ppm, long complement) {
        assertEquals(Ratio.ofPpm(complement), Ratio.ofPpm(ppm).complement());
    }

    @Test
    void hasNoComplementAboveTheWhole() {
        Ratio above = Ratio.ofPpm(1_000_001);
        assertThrows(IllegalArgumentException.class, above::complement);
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000, 0", "99999, 100000, -1", "500000, 333333, 1", "0, 1, -1", "1000000000, 999999999, 1"})
    void isOrdered(long a, long b, int order) {
        assertEquals(order, Ratio.ofPpm(a).compareTo(Ratio.ofPpm(b)));
    }

    @Test
    void namesItsEnds() {
        assertEquals(Ratio.ofPpm(0), Ratio.ZERO);
        assertEquals(Ratio.ofPpm(Ratio.PPM), Ratio.WHOLE);
    }
}
