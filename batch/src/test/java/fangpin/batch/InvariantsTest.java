package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every file, whatever is in it. Other files each time; the seed is printed. */
class InvariantsTest {
    private static final long SEED = Long.getLong("fangpin.seed", new Random().nextInt(1_000_000));
    private static final int BILLS = 1500;
    private static final List<String> PAYERS =
            List.of("basic_paid", "critical_illness_paid", "hospital_waiver", "medical_assistance_paid");

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeAll
    static void printSeed() {
        System.out.println("InvariantsTest: replay with -Dfangpin.seed=" + SEED);
    }

    /** About a hundred bills a person, so that running sums run. */
    @BeforeEach
    void aCounty() {
        desk = new Desk(folder);
        String line = "generate --bills " + BILLS + " --persons 15 --bad-rows 0.1 --dir {} --seed " + SEED;
        assertEquals(0, desk.run(line).status());
        Sheet members = Sheet.of(desk.read("members.csv"));
        members.rows().addAll(RandomAccidents.members(15).rows());
        desk.write("members.csv", members.text());
        desk.write("claims.csv", RandomAccidents.claims(random, 15, 300).text());
    }

    @Test
    void everyFenOfABillLandsWithOnePayerOrThePerson() {
        run(Desk.SETTLE);
        Sheet bills = Sheet.of(desk.read("bills.csv"));
        Map<String, List<List<String>>> byId =
                bills.whole().stream().collect(Collectors.groupingBy(row -> bills.get(row, "bill_id")));
        Sheet settled = Sheet.of(desk.read("out.csv"));
        assertEquals(BILLS, settled.rows().size() + desk.rows("rejects.csv").size());
        int looked = 0;
        for (List<String> row : settled.rows()) {
            List<List<String>> ofThisId = byId.getOrDefault(settled.get(row, "bill_id"), List.of());
            if (ofThisId.size() == 1) {
                List<String> bill = ofThisId.getFirst();
                BigDecimal sum = Stream.concat(
                                PAYERS.stream().map(payer -> bills.yuan(bill, payer)),
                                Stream.of("supplementary_paid", "self_paid", "ineligible_cost")
                                        .map(column -> notBelowZero(settled.yuan(row, column))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertEquals(bills.yuan(bill, "total_cost"), sum, () -> bill + " -> " + row);
                looked++;
            }
        }
        assertTrue(looked > BILLS / 2, "bills looked at: " + looked);
    }

    /** What explains a bill puts every fen in one bucket too, and says the same as the result file. */
    @Test
    void everyExplanationAddsUpToItsBillAndItsResult() {
        run(Desk.SETTLE);
        Sheet settled = Sheet.of(desk.read("out.csv"));
        Map<String, Explained> byId = Explained.lines(desk.read("explain.jsonl")).stream()
                .collect(Collectors.toMap(Explained::caseId, Function.identity()));
        assertEquals(settled.rows().size(), byId.size());
        for (List<String> row : settled.rows()) {
            Explained explained =
                    byId.getOrDefault(settled.get(row, "bill_id"), new Explained("", "", "", "", "", Map.of()));
            BigDecimal sum = explained.buckets().values().stream()
                    .map(bucket -> notBelowZero(new BigDecimal(bucket)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(explained.total(), sum.toPlainString(), explained::toString);
            assertEquals(
                    row.subList(1, 6),
                    List.of(
                            explained.personId(),
                            explained.paid(),
                            explained.buckets().getOrDefault("self", ""),
                            explained.buckets().getOrDefault("ineligible", ""),
                            explained.yearPaid()));
        }
    }

    /** Explanations of one person, too long to be kept until the last of them: each once, in order, and with running figures. */
    @Test
    void longExplanationsOfOnePerson() {
        String line = "generate --bills 4000 --persons 1 --dir {} --seed " + SEED;
        assertEquals(0, desk.run(line).status());
        assertEquals(0, desk.run(Desk.SETTLE).status());
        String explanations = desk.read("explain.jsonl");
        assertTrue(explanations.length() > 17 << 20, () -> "so long: " + explanations.length());
        assertEquals(
                desk.rows("out.csv").stream()
                        .map(row -> row.getFirst() + " " + row.getLast())
                        .toList(),
                Explained.lines(explanations).stream()
                        .map(one -> one.caseId() + " " + one.yearPaid())
                        .toList());
    }

    /** Discharge by discharge, what the year has paid is what the bills so far were paid, and never more than the cap. */
    @Test
    void theYearIsTheSumOfItsBills() {
        run(Desk.SETTLE);
        Sheet settled = Sheet.of(desk.read("out.csv"));
        Map<String, BigDecimal> sums = settled.sums("supplementary_paid");
        Map<String, BigDecimal> years = new TreeMap<>();
        settled.rows()
                .forEach(row ->
                        years.merge(settled.get(row, "person_id"), settled.yuan(row, "year_paid"), BigDecimal::max));
        assertEquals(sums, years);
        assertTrue(
                sums.values().stream().allMatch(sum -> sum.compareTo(new BigDecimal("600000")) <= 0), sums::toString);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        for (String verb : List.of(Desk.SETTLE, Desk.DECIDE)) {
            withoutRepeatedIds(verb.equals(Desk.SETTLE) ? "bills.csv" : "claims.csv");
            run(verb);
            List<List<String>> before = outputs();
            List.of("members.csv", "bills.csv", "claims.csv").forEach(this::shuffle);
            run(verb);
            assertEquals(before, outputs(), verb);
        }
    }

    @Test
    void theSameFilesGiveTheSameBytes() {
        for (String verb : List.of(Desk.SETTLE, Desk.DECIDE)) {
            run(verb);
            var before = desk.contents();
            run(verb);
            assertEquals(before, desk.contents(), verb);
        }
    }

    // -------------------------------------------------------------------------------------------------------- helpers

    private void run(String verb) {
        Answer answer = desk.run(verb);
        assertEquals(2, answer.status(), answer::toString);
    }

    private static BigDecimal notBelowZero(BigDecimal amount) {
        assertTrue(amount.signum() >= 0, amount::toPlainString);
        return amount;
    }

    /** The lines of all three results, each file's sorted by bytes; rejects without the number of their row. */
    private List<List<String>> outputs() {
        List<String> rejects = desk.read("rejects.csv")
                .lines()
                .map(line -> line.substring(line.indexOf(',')))
                .sorted()
                .toList();
        assertTrue(rejects.size() > 1, "rejected rows: " + rejects.size());
        return List.of(sorted("out.csv"), rejects, sorted("explain.jsonl"));
    }

    private List<String> sorted(String file) {
        return desk.read(file).lines().sorted().toList();
    }

    /** Which of two rows with one id is the duplicate depends on their order. */
    private void withoutRepeatedIds(String file) {
        Sheet sheet = Sheet.of(desk.read(file));
        Set<String> ids = new HashSet<>();
        sheet.rows().removeIf(row -> !ids.add(row.getFirst()));
        desk.write(file, sheet.text());
    }

    private void shuffle(String file) {
        Sheet sheet = Sheet.of(desk.read(file));
        List<List<String>> rows = new ArrayList<>(sheet.rows());
        Collections.shuffle(rows, random);
        desk.write(file, new Sheet(sheet.header(), rows).text());
    }
}
