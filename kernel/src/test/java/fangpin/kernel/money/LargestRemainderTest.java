package fangpin.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            total, quantum, weights,                 parts
            0,     1,       '',                      ''
            0,     1,       0 0,                     0 0
            0,     5,       1 2,                     0 0
            10,    1,       1,                       10
            10,    1,       1 1,                     5 5
            10,    1,       1 1 1,                   4 3 3
            11,    1,       1 1 1,                   4 4 3
            1,     1,       1 1 1,                   1 0 0
            1,     1,       1 2 2,                   0 1 0
            1,     1,       1 2 3,                   0 0 1
            1,     1,       0 1,                     0 1
            10,    1,       0 3 0 7,                 0 3 0 7
            10,    1,       1 2 3 4,                 1 2 3 4
            100,   10,      1 1 1,                   40 30 30
            100,   100,     1 1 1,                   100 0 0
            100,   100,     1 9 9,                   0 100 0
            600,   1,       10988 7000 7000 3000,    236 150 150 64
            9223372036854775807, 1, 1 1,             4611686018427387904 4611686018427387903
            9223372036854775807, 9223372036854775807, 4611686018427387903 4611686018427387904, 0 9223372036854775807
            9223372036854775800, 100, 1 3,           2305843009213694000 6917529027641081800
            """)
    void splits(long total, long quantum, String weights, String parts) {
        assertEquals(longs(parts), LargestRemainder.split(total, longs(weights), quantum));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            total, quantum, weights
            -1,    1,       1
            1,     0,       1
            1,     -1,      1
            15,    10,      1
            1,     1,       ''
            1,     1,       0 0
            1,     1,       2 -1
            0,     1,       -1
            """)
    void refuses(long total, long quantum, String weights) {
        List<Long> parsed = longs(weights);
        assertThrows(IllegalArgumentException.class, () -> LargestRemainder.split(total, parsed, quantum));
    }

    @Test
    void failsRatherThanWraps() {
        List<Long> weights = List.of(Long.MAX_VALUE, 1L);
        assertThrows(ArithmeticException.class, () -> LargestRemainder.split(1, weights, 1));
    }

    /** Against the definition itself: whole quanta first, then one quantum at a time to the largest remainder that is left. */
    @Test
    void agreesWithTheDefinition() {
        long seed = Long.getLong("fangpin.seed", 20_200_101);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            long quantum = random.nextBoolean() ? 1 : random.nextLong(1, 1_000_000);
            long total = quantum * random.nextLong(1L << random.nextInt(1, 40));
            List<Long> weights = new ArrayList<>();
            int count = random.nextInt(1, 9);
            for (int index = 0; index < count; index++) {
                weights.add(random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 55)));
            }
            weights.set(random.nextInt(count), random.nextLong(1, 10));
            List<Long> parts = LargestRemainder.split(total, weights, quantum);
            String told = "seed " + seed + ": " + total + " by " + quantum + " over " + weights;
            assertEquals(byDefinition(total, weights, quantum), parts, told);
            assertEquals(total, parts.stream().mapToLong(Long::longValue).sum(), told);
        }
    }

    private static List<Long> byDefinition(long total, List<Long> weights, long quantum) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger quanta = BigInteger.valueOf(total / quantum);
        List<BigInteger> remainders = new ArrayList<>();
        List<Long> parts = new ArrayList<>();
        BigInteger left = quanta;
        for (long weight : weights) {
            BigInteger[] share = quanta.multiply(BigInteger.valueOf(weight)).divideAndRemainder(sum);
            parts.add(share[0].longValueExact() * quantum);
            remainders.add(share[1]);
            left = left.subtract(share[0]);
        }
        for (int given = 0; given < left.intValueExact(); given++) {
            int largest = remainders.indexOf(Collections.max(remainders));
            parts.set(largest, parts.get(largest) + quantum);
            remainders.set(largest, BigInteger.ONE.negate());
        }
        return parts;
    }

    private static List<Long> longs(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ")).map(Long::valueOf).toList();
    }
}
