package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Text;
import fangpin.kernel.benefit.Operation.Classify.Band;
import fangpin.kernel.benefit.Operation.Classify.ClassName;
import fangpin.kernel.benefit.Operation.Classify.Rule;
import fangpin.kernel.benefit.StepTrace.Bound;
import fangpin.kernel.money.Ratio;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case belongs to the class of the first rule that holds. */
class ClassifyTest {
    private static final List<ClassName> CLASSES =
            List.of(name("basic"), name("low-income"), name("strained"), name("none"));
    private static final Ratio TWICE = Ratio.ofPpm(2_000_000);

    /** Income, line, status, assets: as LY36 §6 cuts them. */
    private static final Operation RELIEF = new Operation.Classify(
            CLASSES,
            List.of(
                    new Rule(1, new Guard(2, List.of(1, 2)), null),
                    new Rule(2, new Guard(3, List.of(1)), new Band(0, 1, Ratio.WHOLE, TWICE)),
                    new Rule(3, new Guard(2, List.of(3)), null)),
            4);

    private static ClassName name(String word) {
        return new ClassName(word, new Text(word, word));
    }

    /** One rule for class 1, else class 2. */
    static Operation.Classify of(@Nullable Band band, @Nullable Guard when) {
        return new Operation.Classify(CLASSES, List.of(new Rule(1, when, band)), 2);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            income, line,  status, assets, class
            99999,  50000, 1,      2,      1
            99999,  50000, 2,      2,      1
            49999,  50000, 0,      1,      4
            50000,  50000, 0,      1,      2
            50000,  50000, 0,      2,      4
            99999,  50000, 0,      1,      2
            100000, 50000, 0,      1,      4
            100000, 50000, 3,      1,      3
            99999,  50000, 3,      1,      2
            """)
    void theFirstRuleThatHolds(long income, long line, long status, long assets, long expected) {
        assertEquals(expected, Both.run(RELIEF, income, line, status, assets));
    }

    /** A multiple that is no whole fen counts as the fen above it. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount, line, from half, below half
            4,      9,    2,         1
            5,      9,    1,         2
            4,      8,    1,         2
            3,      8,    2,         1
            -4,     -9,   1,         2
            -5,     -9,   2,         1
            0,      0,    1,         2
            """)
    void multiples(long amount, long line, long from, long below) {
        assertEquals(from, Both.run(of(new Band(0, 1, Ratio.ofPpm(500_000), null), null), amount, line));
        assertEquals(below, Both.run(of(new Band(0, 1, null, Ratio.ofPpm(500_000)), null), amount, line));
        assertEquals(1, Both.run(of(new Band(0, 1, null, null), null), amount, line));
    }

    @Test
    void whatWasComparedIsWrittenDown() {
        StepTrace low = Both.trace(RELIEF, 49_999, 50_000, 0, 1);
        assertEquals(List.of(new Bound("from-2", 49_999, 50_000, true)), low.bounds());
        assertEquals(3, low.branch());
        StepTrace within = Both.trace(RELIEF, 50_000, 50_000, 0, 1);
        assertEquals(
                List.of(new Bound("from-2", 50_000, 50_000, false), new Bound("below-2", 50_000, 100_000, false)),
                within.bounds());
        assertEquals(1, within.branch());
        StepTrace above = Both.trace(RELIEF, 100_000, 50_000, 0, 1);
        assertEquals(
                List.of(new Bound("from-2", 100_000, 50_000, false), new Bound("below-2", 100_000, 100_000, true)),
                above.bounds());
        assertEquals(List.of(), Both.trace(RELIEF, 100_000, 50_000, 0, 2).bounds());
    }

    @Test
    void everyRuleNamesAClass() {
        for (int code : new int[] {0, 5}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Operation.Classify(CLASSES, List.of(new Rule(code, null, null)), 1));
            assertThrows(IllegalArgumentException.class, () -> new Operation.Classify(CLASSES, List.of(), code));
        }
        assertEquals(4, Both.run(new Operation.Classify(CLASSES, List.of(), 4)));
        assertEquals(1, Both.run(new Operation.Classify(CLASSES, List.of(new Rule(1, null, null)), 4)));
    }
}
