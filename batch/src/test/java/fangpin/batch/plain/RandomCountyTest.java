package fangpin.batch.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Random counties can be made again, reach every bound and reason, and the plain implementation accounts for every row. */
class RandomCountyTest {
    private static final int COUNTIES = 600;

    private final TreeMap<String, Integer> seen = new TreeMap<>();

    @Test
    void theSameSeedGivesTheSameCounty() {
        for (long seed = 0; seed < 50; seed++) {
            County once = RandomCounty.of(seed);
            County again = RandomCounty.of(seed);
            assertEquals(once.members(), again.members(), once.toString());
            assertEquals(once.bills(), again.bills(), once.toString());
            assertEquals(once.claims(), again.claims(), once.toString());
        }
    }

    @Test
    void billsReachEveryReasonAndBound() {
        for (long seed = 0; seed < COUNTIES; seed++) {
            County county = RandomCounty.of(seed);
            run(county, county.bills(), PlainSettlement::settle);
        }
        assertEquals(Set.of(), unseen("exit 0", "exit 1", "exit 2", "refused row", "refused file"), seen.toString());
        assertEquals(
                Set.of(),
                unseen(
                        "bad-row",
                        "missing-field",
                        "bad-date",
                        "bad-amount",
                        "amounts-inconsistent",
                        "duplicate-bill",
                        "unknown-person",
                        "not-covered"),
                seen.toString());
        // WH3 §3.1: one fen below the cap, and the cap; nothing paid, and one fen paid or borne.
        assertEquals(Set.of(), unseen("599999.99", "600000.00", "0.00", "0.01"), seen.toString());
    }

    @Test
    void claimsReachEveryReasonAndBound() {
        for (long seed = 0; seed < COUNTIES; seed++) {
            County county = RandomCounty.of(seed);
            run(county, county.claims(), PlainClaims::decide);
        }
        assertEquals(Set.of(), unseen("exit 0", "exit 1", "exit 2", "refused row", "refused file"), seen.toString());
        assertEquals(
                Set.of(),
                unseen(
                        "bad-row",
                        "missing-field",
                        "bad-date",
                        "bad-kind",
                        "bad-grade",
                        "bad-amount",
                        "amounts-inconsistent",
                        "duplicate-claim",
                        "unknown-person",
                        "not-covered",
                        "already-deceased"),
                seen.toString());
        // WH3 §3.2: every standard, and the medical limit paid in one sum.
        assertEquals(
                Set.of(),
                unseen(
                        "50000.00",
                        "45000.00",
                        "40000.00",
                        "35000.00",
                        "30000.00",
                        "25000.00",
                        "20000.00",
                        "15000.00",
                        "10000.00",
                        "5000.00",
                        "0.01",
                        "0.00"),
                seen.toString());
    }

    private Set<String> unseen(String... wanted) {
        TreeSet<String> unseen = new TreeSet<>(List.of(wanted));
        unseen.removeAll(seen.keySet());
        return unseen;
    }

    private void run(County county, String rowsText, BiFunction<String, String, PlainResult> program) {
        try {
            PlainResult result = program.apply(county.members(), rowsText);
            accountsForEveryRow(county, rowsText, result);
            count("exit " + result.exitStatus());
            result.rejects().forEach(reject -> count(reject.reason()));
            result.accepted().forEach(cells -> cells.subList(2, cells.size()).forEach(this::count));
        } catch (PlainRefusal refusal) {
            count("exit 1");
            count(refusal.row().isPresent() ? "refused row" : "refused file");
        }
    }

    private void count(String event) {
        seen.merge(event, 1, Integer::sum);
    }

    private static void accountsForEveryRow(County county, String rowsText, PlainResult result) {
        int rows = PlainCsv.parse(rowsText).size() - 1;
        assertEquals(rows, result.accepted().size() + result.rejects().size(), county.toString());
        List<Integer> rejectedRows =
                result.rejects().stream().map(PlainReject::row).toList();
        assertEquals(new ArrayList<>(new TreeSet<>(rejectedRows)), rejectedRows, county.toString());
        TreeSet<String> ids = new TreeSet<>();
        result.accepted().forEach(cells -> assertTrue(ids.add(cells.getFirst()), county.toString()));
        assertEquals(
                Optional.empty(),
                Comparison.difference(result, lines(result.columns(), result.acceptedLines()), rejectLines(result)),
                county.toString());
    }

    private static List<String> rejectLines(PlainResult result) {
        return lines(List.of("row", result.columns().getFirst(), "reason", "column", "value"), result.rejectLines());
    }

    private static List<String> lines(List<String> header, List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(PlainCsv.line(header)));
        lines.addAll(rows);
        return lines;
    }

    @Test
    void someCountiesWriteGb18030AndAllCanBeReadAgain() {
        int gb18030 = 0;
        for (long seed = 0; seed < 120; seed++) {
            County county = RandomCounty.of(seed);
            for (String text : List.of(county.members(), county.bills(), county.claims())) {
                byte[] bytes = county.bytes(text);
                if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
                    gb18030++;
                    String read = new String(bytes, Charset.forName("GB18030"));
                    assertEquals(text.replace("\uFEFF", ""), read, county.toString());
                }
            }
        }
        assertTrue(gb18030 > 10, "only " + gb18030);
    }
}
