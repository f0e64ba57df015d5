package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation but tiers and the residual, on both sides of each bound, in fen. */
class SimpleOperationsTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "1, 2, 3, 6", "-1, 0, 1, 0", "100000000000000, 1, -1, 100000000000000"})
    void sum(long a, long b, long c, long expected) {
        assertEquals(expected, Both.run(new Operation.Sum(List.of(0, 1, 2)), a, b, c));
        assertEquals(a, Both.run(new Operation.Sum(List.of(0)), a, b, c));
        assertEquals(0, Both.run(new Operation.Sum(List.of()), a, b, c));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            from, less, less again, plain, floored
            10,   3,    6,          1,     1
            10,   3,    7,          0,     0
            10,   3,    8,          -1,    0
            0,    0,    0,          0,     0
            -1,   0,    0,          -1,    0
            -5,   -9,   0,          4,     4
            """)
    void subtract(long from, long less, long lessAgain, long plain, long floored) {
        assertEquals(plain, Both.run(new Operation.Subtract(0, List.of(1, 2), false), from, less, lessAgain));
        assertEquals(floored, Both.run(new Operation.Subtract(0, List.of(1, 2), true), from, less, lessAgain));
        assertEquals(plain, Both.run(new Operation.SubtractPayers(0, List.of(1, 2)), from, less, lessAgain));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3, 1, 3",
        "3, 2, 1, 1, 3",
        "2, 1, 3, 1, 3",
        "2, 2, 2, 2, 2",
        "-1, 0, 1, -1, 1",
        "0, -1, -1, -1, 0"
    })
    void leastAndGreatest(long a, long b, long c, long least, long greatest) {
        assertEquals(least, Both.run(new Operation.MinOf(List.of(0, 1, 2)), a, b, c));
        assertEquals(greatest, Both.run(new Operation.MaxOf(List.of(0, 1, 2)), a, b, c));
        assertEquals(a, Both.run(new Operation.MinOf(List.of(0)), a));
        assertEquals(a, Both.run(new Operation.MaxOf(List.of(0)), a));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount,  line,    above,   reaching
            999999,  1000000, 0,       0
            1000000, 1000000, 0,       1000000
            1000001, 1000000, 1000001, 1000001
            -1,      0,       0,       0
            0,       0,       0,       0
            1,       0,       1,       1
            """)
    void trigger(long amount, long line, long above, long reaching) {
        assertEquals(above, Both.run(new Operation.Trigger(0, line, false), amount));
        assertEquals(reaching, Both.run(new Operation.Trigger(0, line, true), amount));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount,               deductible, left
            0,                    10000,      0
            9999,                 10000,      0
            10000,                10000,      0
            10001,                10000,      1
            100000,               10000,      90000
            -1,                   10000,      0
            -1,                   0,          0
            1,                    0,          1
            -9223372036854775808, 10000,      0
            9223372036854775807,  10000,      9223372036854765807
            """)
    void deductible(long amount, long deductible, long left) {
        assertEquals(left, Both.run(new Operation.Deductible(0, deductible), amount));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount, ppm,     half up, down, half even
            0,      800000,  0,       0,    0
            1,      800000,  1,       0,    1
            2,      800000,  2,       1,    2
            3,      500000,  2,       1,    2
            5,      500000,  3,       2,    2
            -3,     500000,  -2,      -1,   -2
            -5,     500000,  -3,      -2,   -2
            -1,     499999,  0,       0,    0
            1,      0,       0,       0,    0
            7,      1000000, 7,       7,    7
            7,      1500000, 11,      10,   10
            100000000000000, 333333, 33333300000000, 33333300000000, 33333300000000
            100000000000001, 333333, 33333300000000, 33333300000000, 33333300000000
            100000000000002, 333333, 33333300000001, 33333300000000, 33333300000001
            """)
    void coinsurance(long amount, long ppm, long halfUp, long down, long halfEven) {
        List<Ratio> shares = List.of(Ratio.ofPpm(ppm));
        assertEquals(halfUp, Both.run(new Operation.Coinsurance(0, null, shares, Rounding.HALF_UP), amount));
        assertEquals(down, Both.run(new Operation.Coinsurance(0, null, shares, Rounding.DOWN), amount));
        assertEquals(halfEven, Both.run(new Operation.Coinsurance(0, null, shares, Rounding.HALF_EVEN), amount));
    }

    /** 95% / 80% / 70% by grade of hospital; a grade without a share takes nothing. */
    @ParameterizedTest
    @CsvSource({
        "1, 9500",
        "2, 8000",
        "3, 7000",
        "0, 0",
        "4, 0",
        "-1, 0",
        "4294967297, 0",
        "-4294967295, 0",
        "-9223372036854775808, 0"
    })
    void coinsuranceByCode(long code, long expected) {
        List<Ratio> shares = List.of(Ratio.ofPpm(950_000), Ratio.ofPpm(800_000), Ratio.ofPpm(700_000));
        assertEquals(expected, Both.run(new Operation.Coinsurance(0, 1, shares, Rounding.HALF_UP), 10_000, code));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount, limit, used, used too, within
            99,     100,   0,    0,        99
            100,    100,   0,    0,        100
            101,    100,   0,    0,        100
            40,     100,   60,   0,        40
            41,     100,   60,   0,        40
            39,     100,   30,   30,       39
            1,      100,   99,   0,        1
            1,      100,   100,  0,        0
            1,      100,   101,  0,        0
            1,      0,     0,    0,        0
            -1,     100,   0,    0,        -1
            -1,     100,   100,  0,        -1
            -1,     100,   200,  0,        -1
            120,    100,   -10,  0,        110
            """)
    void cap(long amount, long limit, long used, long usedToo, long within) {
        assertEquals(within, Both.run(new Operation.Cap(0, limit, List.of(1, 2)), amount, used, usedToo));
        if (used == 0) {
            assertEquals(within, Both.run(new Operation.Cap(0, limit, List.of()), amount));
        }
    }

    /** WH3 §3.2 with reading R4: grade g pays 50,000 x (11 - g) / 10 yuan. */
    @ParameterizedTest
    @CsvSource({
        "1, 5000000",
        "2, 4500000",
        "10, 500000",
        "0, 0",
        "11, 0",
        "-1, 0",
        "4294967297, 0",
        "9223372036854775807, 0"
    })
    void gradeSchedule(long grade, long expected) {
        List<Long> amounts = LongStream.rangeClosed(1, 10)
                .mapToObj(each -> 5_000_000L * (11 - each) / 10)
                .toList();
        assertEquals(expected, Both.run(new Operation.GradeSchedule(0, amounts), grade));
    }

    @Test
    void lumpSum() {
        assertEquals(5_000_000, Both.run(new Operation.LumpSum(5_000_000)));
        assertEquals(0, Both.run(new Operation.LumpSum(0)));
    }

    @ParameterizedTest
    @CsvSource({"0, 150000, 0", "1, 150000, 150000", "3, 150000, 450000", "-2, 5, -10", "7, 0, 0"})
    void perUnit(long count, long rate, long expected) {
        assertEquals(expected, Both.run(new Operation.PerUnit(0, rate), count));
    }

    private static final Operation.Choose CHOOSE = new Operation.Choose(
            0,
            List.of(
                    new Operation.Choose.Branch(List.of(1), 1),
                    new Operation.Choose.Branch(List.of(2, 62), 2),
                    new Operation.Choose.Branch(List.of(0, 3), -1)));

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "62, 20", "0, 0", "3, 0"})
    void choose(long code, long expected) {
        assertEquals(expected, Both.run(CHOOSE, code, 10, 20));
    }

    /** A code without a branch must never read as nothing owed, nor as the branch of another code. */
    @ParameterizedTest
    @CsvSource({"4", "61", "63", "64", "65", "-1", "-62", "4294967297", "-9223372036854775808"})
    void chooseFailsWithoutABranch(long code) {
        Both.fails(IllegalStateException.class, CHOOSE, code, 10, 20);
    }
}
