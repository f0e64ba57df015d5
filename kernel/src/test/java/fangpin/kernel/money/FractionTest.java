package fangpin.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {
    private static final long MOST = Long.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({
        "54170000, 2381, 54170000, 2381",
        "10780000, 11000000, 49, 50",
        "0, 7, 0, 1",
        "-6, 4, -3, 2",
        "9223372036854775807, 1, 9223372036854775807, 1"
    })
    void isInLowestTerms(long numerator, long denominator, long lowestNumerator, long lowestDenominator) {
        Fraction fraction = new Fraction(numerator, denominator);
        assertEquals(lowestNumerator, fraction.numerator());
        assertEquals(lowestDenominator, fraction.denominator());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, -1", "0, 0"})
    void needsADenominator(long numerator, long denominator) {
        assertThrows(IllegalArgumentException.class, () -> new Fraction(numerator, denominator));
    }

    @Test
    void comesOfAmountsAndShares() {
        assertEquals(new Fraction(45_000, 1), Fraction.of(Fen.ofYuan(450)));
        assertEquals(new Fraction(9, 10), Fraction.of(Ratio.ofPpm(900_000)));
        assertEquals(Fraction.ZERO, Fraction.of(Fen.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 1, 6, 1, 2", "54170000, 2381, 1000, 1, 56551000, 2381", "1, 2, -1, 2, 0, 1"})
    void addsExactly(long a, long b, long c, long d, long numerator, long denominator) {
        assertEquals(new Fraction(numerator, denominator), new Fraction(a, b).plus(new Fraction(c, d)));
    }

    @Test
    void aSumTooLargeFailsLoudly() {
        assertThrows(ArithmeticException.class, () -> new Fraction(MOST, 1).plus(new Fraction(1, 1)));
        assertThrows(ArithmeticException.class, () -> new Fraction(1, MOST).plus(new Fraction(1, MOST - 1)));
        assertThrows(ArithmeticException.class, () -> new Fraction(MOST, 2).plus(new Fraction(1, 3)));
    }

    /** Also where the cross products leave the range of a long. */
    @ParameterizedTest
    @CsvSource({
        "54170000, 2381, 11000, 1, 1",
        "11000, 1, 54170000, 2381, -1",
        "2, 4, 1, 2, 0",
        "-1, 2, 1, 3, -1",
        "9223372036854775807, 9223372036854775806, 9223372036854775806, 9223372036854775805, -1",
        "9223372036854775806, 9223372036854775805, 9223372036854775807, 9223372036854775806, 1"
    })
    void comparesExactly(long a, long b, long c, long d, int sign) {
        assertEquals(sign, Integer.signum(new Fraction(a, b).compareTo(new Fraction(c, d))));
    }

    @ParameterizedTest
    @CsvSource({
        "54170000, 2381, 1, 22751",
        "9900001, 11000000, 100000000, 90000009",
        "1, 2, 1, 1",
        "1, 3, 1, 0",
        "2, 3, 1, 1",
        "-1, 2, 1, -1",
        "-1, 3, 1, 0",
        "0, 1, 5, 0",
        "5, 4, 2, 3"
    })
    void isWrittenToTheNearestWhole(long numerator, long denominator, long scale, long nearest) {
        assertEquals(nearest, new Fraction(numerator, denominator).nearest(scale));
    }
}
