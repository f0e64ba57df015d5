package fangpin.kernel.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.allocation.Measure.Unit;
import fangpin.kernel.money.Fen;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random headcounts against a second way to the same shares, written from the rule: a quantum at a time, to whoever lacks most. */
class AllocationAgainstPlainTest {
    private static final MathContext EXACT_ENOUGH = new MathContext(60, RoundingMode.DOWN);
    private static final List<Measure> MEASURES = List.of(SampleScheme.measure("persons", Unit.PERSONS));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_200_320, 88_94, 271_828, 3_141_592})
    void sharesAgreeAndKeepTheirPromises(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int count = random.nextInt(1, 12);
            List<Integer> codes =
                    new ArrayList<>(IntStream.range(10, 10 + count).boxed().toList());
            Collections.shuffle(codes, random);
            SortedMap<String, Long> persons = new TreeMap<>();
            for (int code : codes) {
                // few different small numbers, so that equal remainders are common
                persons.put(
                        Integer.toString(code),
                        random.nextBoolean() ? random.nextInt(5) : random.nextLong(1L << random.nextInt(1, 39)));
            }
            persons.merge(persons.firstKey(), 1L, Long::sum);
            long quantum = random.nextBoolean() ? 1_000_000 : random.nextLong(1, 1_000);
            long quanta = random.nextLong(1, 5_000);
            String told = "seed " + seed + ", round " + round + ": " + quanta + " of " + quantum + " over " + persons;
            Map<String, Long> shares = shares(codes, persons, quantum, quanta);
            assertEquals(plain(persons, quantum, quanta), shares, told);
            promises(persons, shares, quantum, quanta, told);
            Collections.shuffle(codes, random);
            assertEquals(shares, shares(codes, persons, quantum, quanta), told);
        }
    }

    private static Map<String, Long> shares(List<Integer> order, Map<String, Long> persons, long quantum, long quanta) {
        List<Division> divisions = order.stream()
                .map(code -> SampleScheme.division(Integer.toString(code), null))
                .toList();
        FundItem item = SampleScheme.item(
                "item", FundLevel.CITY, new FundItem.ByHeadcount(new Fen(quantum * quanta), "persons"));
        AllocationScheme scheme = new AllocationScheme(
                "random",
                SampleScheme.text("random"),
                SampleScheme.CLAUSE,
                new Fen(quantum),
                divisions,
                MEASURES,
                List.of(item),
                null,
                List.of());
        HeadcountRows rows = new HeadcountRows(divisions, MEASURES);
        for (Division division : divisions) {
            long value = persons.getOrDefault(division.code(), 0L);
            assertTrue(
                    rows.add(division.code(), "persons", Long.toString(value)).isEmpty());
        }
        Allocation allocation = assertInstanceOf(Allocation.class, scheme.allocate(rows.headcounts()));
        Map<String, Long> shares = new TreeMap<>();
        divisions.forEach(division ->
                shares.put(division.code(), allocation.amount(division, item).amount()));
        return shares;
    }

    /** Everybody gets the whole quanta; then whoever lacks most of the exact share gets one, the smaller code first. */
    private static Map<String, Long> plain(SortedMap<String, Long> persons, long quantum, long quanta) {
        BigDecimal all = BigDecimal.valueOf(
                persons.values().stream().mapToLong(Long::longValue).sum());
        Map<String, BigDecimal> lacking = new TreeMap<>();
        Map<String, Long> given = new TreeMap<>();
        long left = quanta;
        for (Map.Entry<String, Long> one : persons.entrySet()) {
            BigDecimal exact = BigDecimal.valueOf(quanta)
                    .multiply(BigDecimal.valueOf(one.getValue()))
                    .divide(all, EXACT_ENOUGH);
            long whole = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
            given.put(one.getKey(), whole * quantum);
            lacking.put(one.getKey(), exact.subtract(BigDecimal.valueOf(whole)));
            left -= whole;
        }
        for (; left > 0; left--) {
            BigDecimal most = Collections.max(lacking.values());
            String next = lacking.entrySet().stream()
                    .filter(one -> one.getValue().compareTo(most) == 0)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            given.merge(next, quantum, Long::sum);
            lacking.put(next, BigDecimal.ONE.negate());
        }
        return given;
    }

    /** The shares add up, each is the exact share rounded one way or the other, and more persons never get less. */
    private static void promises(
            Map<String, Long> persons, Map<String, Long> shares, long quantum, long quanta, String told) {
        assertEquals(
                quantum * quanta,
                shares.values().stream().mapToLong(Long::longValue).sum(),
                told);
        BigInteger all = BigInteger.valueOf(
                persons.values().stream().mapToLong(Long::longValue).sum());
        persons.forEach((code, count) -> {
            long share = shares.getOrDefault(code, -1L);
            BigInteger[] exact = BigInteger.valueOf(quanta)
                    .multiply(BigInteger.valueOf(count))
                    .divideAndRemainder(all);
            long whole = exact[0].longValueExact();
            long most = exact[1].signum() == 0 ? whole : whole + 1;
            assertTrue(share % quantum == 0 && share / quantum >= whole && share / quantum <= most, told);
            persons.forEach((other, otherCount) -> {
                if (otherCount > count) {
                    assertTrue(shares.getOrDefault(other, -1L) >= share, told);
                }
            });
        });
    }
}
