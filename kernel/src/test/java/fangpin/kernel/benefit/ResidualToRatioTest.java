package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.money.Ratio;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WH3 §3.1 "below 10%", reading R1: strictly below, or at most. */
class ResidualToRatioTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            residual,        base,            ppm,     strict,         at most
            0,               0,               100000,  0,              0
            5,               0,               100000,  0,              0
            5,               -1,              100000,  0,              0
            -5,              100,             100000,  0,              0
            0,               1,               100000,  0,              0
            1,               1,               100000,  1,              1
            9,               9,               100000,  9,              9
            10,              10,              100000,  10,             9
            1,               10,              100000,  1,              0
            0,               10,              100000,  0,              0
            11,              11,              100000,  10,             10
            1,               11,              100000,  0,              0
            2,               11,              100000,  1,              1
            19,              19,              100000,  18,             18
            20,              20,              100000,  19,             18
            21,              21,              100000,  19,             19
            9999,            100000,          100000,  0,              0
            10000,           100000,          100000,  1,              0
            10001,           100000,          100000,  2,              1
            10000,           100001,          100000,  0,              0
            10001,           100001,          100000,  1,              1
            100000000000000, 100000000000000, 100000,  90000000000001, 90000000000000
            7,               7,               0,       7,              7
            0,               7,               0,       0,              0
            1,               1,               0,       1,              1
            7,               7,               1000000, 1,              0
            6,               7,               1000000, 0,              0
            1,               1,               1000000, 1,              0
            125,             125,             272000,  92,             91
            126,             126,             272000,  92,             92
            1000000,         1000000,         333333,  666668,         666667
            """)
    void bringsTheResidualDown(long residual, long base, long ppm, long strict, long atMost) {
        Ratio ratio = Ratio.ofPpm(ppm);
        assertEquals(strict, Both.run(new Operation.ResidualToRatio(0, 1, ratio, true), residual, base));
        assertEquals(atMost, Both.run(new Operation.ResidualToRatio(0, 1, ratio, false), residual, base));
    }

    /** The formula of the readings page, R - (E - 1) div 10 and not below 0, for every small case. */
    @ParameterizedTest
    @CsvSource({"0", "1", "2", "9", "10", "11", "19", "20", "21", "99", "100", "101"})
    void isTheCumulativeRule(long base) {
        Operation step = new Operation.ResidualToRatio(0, 1, Ratio.ofPpm(100_000), true);
        for (long residual = 0; residual <= base; residual++) {
            long expected = base == 0 ? 0 : Math.max(0, residual - (base - 1) / 10);
            assertEquals(expected, Both.run(step, residual, base), residual + " of " + base);
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            residual, base, strict, allowed, binding
            10,       100,  true,   9,       true
            9,        100,  true,   9,       false
            10,       100,  false,  10,      false
            11,       100,  false,  10,      true
            """)
    void tellsWhatIsAllowed(long residual, long base, boolean strict, long allowed, boolean binding) {
        StepTrace trace = Both.trace(new Operation.ResidualToRatio(0, 1, Ratio.ofPpm(100_000), strict), residual, base);
        StepTrace.Bound bound = trace.bounds().getFirst();
        assertEquals(new StepTrace.Bound("allowed", residual, allowed, binding), bound);
        assertEquals(residual - allowed, bound.distance());
    }
}
