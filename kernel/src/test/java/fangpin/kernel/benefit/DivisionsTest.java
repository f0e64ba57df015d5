package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.benefit.Operation.Instalments.Group;
import fangpin.kernel.money.LargestRemainder;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that divide an amount: nothing is lost, and the odd fen has one place. */
class DivisionsTest {
    /** LS §4.3: loss of principal and interest, 7:3 insurer to bank. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            loss,     insurer, bank
            0,        0,       0
            1,        1,       0
            2,        1,       1
            3,        2,       1
            5,        4,       1
            10,       7,       3
            15,       11,      4
            10000001, 7000001, 3000000
            10000002, 7000001, 3000001
            -1,       -1,      0
            -15,      -11,     -4
            """)
    void share(long loss, long insurer, long bank) {
        assertEquals(insurer, Both.run(new Operation.Share(0, List.of(7L, 3L), 0), loss));
        assertEquals(bank, Both.run(new Operation.Share(0, List.of(7L, 3L), 1), loss));
    }

    @Test
    void tiesOfRemaindersGoToTheEarlierPart() {
        List<Long> thirds = List.of(1L, 1L, 1L);
        for (int part = 0; part < 3; part++) {
            assertEquals(part < 1 ? 34 : 33, Both.run(new Operation.Share(0, thirds, part), 100));
            assertEquals(part < 2 ? 34 : 33, Both.run(new Operation.Share(0, thirds, part), 101));
        }
    }

    @Test
    void aShareIsAPartOfTheSplit() {
        Random random = new Random(20_200_219);
        for (int round = 0; round < 200; round++) {
            List<Long> weights =
                    random.longs(random.nextInt(1, 6), 1, 1_000).boxed().toList();
            long amount = random.nextLong(1_000_000_000_000L);
            List<Long> parts = LargestRemainder.split(amount, weights, 1);
            for (int part = 0; part < weights.size(); part++) {
                assertEquals(
                        parts.get(part), Both.run(new Operation.Share(0, weights, part), amount), weights::toString);
            }
        }
    }

    @Test
    void aShareIsOfAPartThatThereIs() {
        assertThrows(IllegalArgumentException.class, () -> new Operation.Share(0, List.of(7L, 3L), 2));
        assertThrows(IllegalArgumentException.class, () -> new Operation.Share(0, List.of(7L, 3L), -1));
        assertThrows(IllegalArgumentException.class, () -> new Operation.Share(0, List.of(7L, 0L), 0));
        assertThrows(IllegalArgumentException.class, () -> new Operation.Share(0, List.of(), 0));
        assertEquals(1, new Operation.Share(0, List.of(7L, 1L), 1).part());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount, numerator, denominator, half up, down, half even
            45000,  366,       366,         45000,   45000, 45000
            45000,  1,         366,         123,     122,   123
            10,     1,         4,           3,       2,     2
            10,     3,         4,           8,       7,     8
            -10,    1,         4,           -3,      -2,    -2
            10,     -1,        4,           -3,      -2,    -2
            -10,    -3,        4,           8,       7,     8
            0,      5,         7,           0,       0,     0
            7,      0,         7,           0,       0,     0
            1,      3,         2,           2,       1,     2
            100000000000000, 100000000000000, 300000000000000, 33333333333333, 33333333333333, 33333333333333
            """)
    void prorate(long amount, long numerator, long denominator, long halfUp, long down, long halfEven) {
        assertEquals(halfUp, prorated(Rounding.HALF_UP, amount, numerator, denominator));
        assertEquals(down, prorated(Rounding.DOWN, amount, numerator, denominator));
        assertEquals(halfEven, prorated(Rounding.HALF_EVEN, amount, numerator, denominator));
    }

    private static long prorated(Rounding rounding, long... inputs) {
        return Both.run(new Operation.Prorate(0, 1, 2, rounding), inputs);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void nothingIsDividedByNothing(long denominator) {
        Operation prorate = new Operation.Prorate(0, 1, 2, Rounding.DOWN);
        Both.fails(ArithmeticException.class, prorate, 100, 1, denominator);
        Both.fails(ArithmeticException.class, prorate, 0, 0, denominator);
    }

    /** LC §3.2.2: 70% month by month, 30% at the end of the year. */
    private static final List<Group> CADRE =
            List.of(new Group(Ratio.ofPpm(700_000), 12), new Group(Ratio.ofPpm(300_000), 1));

    @ParameterizedTest
    @CsvSource({
        "1200000, 0, 0",
        "1200000, -1, 0",
        "1200000, 1, 70000",
        "1200000, 12, 70000",
        "1200000, 13, 360000",
        "1200000, 14, 0",
        "1200000, 4294967297, 0",
        "10000, 1, 584",
        "10000, 4, 584",
        "10000, 5, 583",
        "10000, 12, 583",
        "10000, 13, 3000",
        "-10000, 4, -584",
        "-10000, 5, -583",
        "-10000, 13, -3000",
        "1, 1, 1",
        "1, 2, 0",
        "1, 13, 0"
    })
    void instalment(long amount, long number, long expected) {
        assertEquals(expected, Both.run(new Operation.Instalments(0, 1, CADRE), amount, number));
    }

    @Test
    void instalmentsSumToTheAmount() {
        Random random = new Random(20_210_812);
        for (int round = 0; round < 100; round++) {
            long first = random.nextLong(1, Ratio.PPM);
            List<Group> groups = List.of(
                    new Group(Ratio.ofPpm(first), random.nextInt(1, 14)),
                    new Group(Ratio.ofPpm(Ratio.PPM - first), random.nextInt(1, 4)));
            long amount = random.nextLong(-1_000_000, 1_000_000);
            int count = groups.stream().mapToInt(Group::times).sum();
            long sum = IntStream.rangeClosed(1, count)
                    .mapToLong(number -> Both.run(new Operation.Instalments(0, 1, groups), amount, number))
                    .sum();
            assertEquals(amount, sum, groups::toString);
        }
    }

    @Test
    void instalmentsAreTheWhole() {
        Group most = new Group(Ratio.ofPpm(700_000), 12);
        assertThrows(IllegalArgumentException.class, () -> new Operation.Instalments(0, 1, List.of(most)));
        assertThrows(IllegalArgumentException.class, () -> new Operation.Instalments(0, 1, List.of(most, most)));
        assertThrows(IllegalArgumentException.class, () -> new Group(Ratio.WHOLE, 0));
        assertThrows(IllegalArgumentException.class, () -> new Group(Ratio.ZERO, 1));
        assertEquals(List.of(700_000L, 300_000L), new Operation.Instalments(0, 1, CADRE).shares());
        assertEquals(List.of(12L, 1L), new Operation.Instalments(0, 1, CADRE).times());
    }
}
