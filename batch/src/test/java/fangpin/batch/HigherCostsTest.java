package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person is paid in the year never falls because an eligible cost rises. Every person gets a twin with the same cases, one of
 * which costs more while others pay the same. Other files each time; the seed is printed.
 */
class HigherCostsTest {
    private static final long SEED = Long.getLong("fangpin.seed", new Random().nextInt(1_000_000));
    private static final String TWIN = "x";

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeAll
    static void printSeed() {
        System.out.println("HigherCostsTest: replay with -Dfangpin.seed=" + SEED);
    }

    @BeforeEach
    void aDesk() {
        desk = new Desk(folder);
    }

    @Test
    void ofBills() {
        String line = "generate --bills 1500 --persons 60 --dir {} --seed " + SEED;
        assertEquals(0, desk.run(line).status());
        twins(Sheet.of(desk.read("members.csv")), Sheet.of(desk.read("bills.csv")), "bills.csv");
        Answer answer = desk.run(Desk.SETTLE);
        assertEquals(0, answer.status(), answer::toString);
        assertNoTwinFalls("supplementary_paid", 60);
    }

    @Test
    void ofClaims() {
        twins(RandomAccidents.members(61), RandomAccidents.claims(random, 60, 1200), "claims.csv");
        Answer answer = desk.run(Desk.DECIDE);
        assertTrue(answer.status() != 1, answer::toString);
        assertNoTwinFalls("benefit", 60);
    }

    private void twins(Sheet members, Sheet cases, String file) {
        List<List<String>> first = List.copyOf(members.rows());
        for (List<String> row : first) {
            List<String> twin = new ArrayList<>(row);
            twin.set(0, row.getFirst() + TWIN);
            members.rows().add(twin);
        }
        Map<String, List<List<String>>> byTwin = new HashMap<>();
        for (List<String> row : List.copyOf(cases.rows())) {
            List<String> twin = new ArrayList<>(row);
            twin.set(0, row.getFirst() + TWIN);
            String name = cases.get(row, "person_id") + TWIN;
            cases.set(twin, "person_id", name);
            cases.rows().add(twin);
            if (!cases.get(row, "eligible_cost").isEmpty()) {
                byTwin.computeIfAbsent(name, one -> new ArrayList<>()).add(twin);
            }
        }
        byTwin.values().forEach(own -> raise(cases, own.get(random.nextInt(own.size()))));
        desk.write("members.csv", members.text());
        desk.write(file, cases.text());
    }

    /** By a fen, by something, or by enough to meet every cap. */
    private void raise(Sheet cases, List<String> row) {
        int most = List.of(1, 200_000, 90_000_000).get(random.nextInt(3));
        BigDecimal more = BigDecimal.valueOf(1 + random.nextInt(most), 2);
        for (String column : List.of("eligible_cost", "total_cost")) {
            if (cases.header().contains(column)) {
                cases.set(row, column, cases.yuan(row, column).add(more).toPlainString());
            }
        }
    }

    private void assertNoTwinFalls(String column, int persons) {
        Map<String, BigDecimal> paid = Sheet.of(desk.read("out.csv")).sums(column);
        int rises = 0;
        for (String person : paid.keySet()) {
            if (!person.endsWith(TWIN)) {
                BigDecimal before = paid.getOrDefault(person, BigDecimal.ZERO);
                BigDecimal after = paid.getOrDefault(person + TWIN, BigDecimal.ZERO);
                assertTrue(after.compareTo(before) >= 0, () -> person + " fell from " + before + " to " + after);
                rises += after.compareTo(before) > 0 ? 1 : 0;
            }
        }
        assertTrue(rises > persons / 10, "of " + persons + " twins, so many were paid more: " + rises);
    }
}
