package fangpin.batch.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.batch.Main;
import fangpin.packs.LoadResult;
import fangpin.packs.explain.RejectReason;
import fangpin.packs.load.Packs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product whose running figures are a household's, over whole files, against its rule in plain words. The seed is printed. */
class HouseholdFilesTest {
    private static final String PACK = "../packs/src/test/resources/packs/shapes-2099";
    private static final long SEED = Long.getLong("fangpin.seed", new Random().nextInt(1_000_000));
    private static final int WHOLE = 1 << 30;
    private static final Room AMPLE = new Room(1L << 30, WHOLE, WHOLE, Long.MAX_VALUE, 1);
    private static final Room LITTLE = new Room(0, 16 << 10, WHOLE, 1 << 10, 2);

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void printSeed() {
        System.out.println("HouseholdFilesTest: replay with -Dfangpin.seed=" + SEED);
    }

    private record Bill(String id, String person, String household, String day, BigDecimal cost, BigDecimal basic) {
        String row() {
            return String.join(
                    ",", id, person, household, day, day, cost.toString(), cost.toString(), basic.toString());
        }
    }

    @Test
    void aHouseholdIsSettledTogetherHoweverTheWorkIsCut() throws IOException {
        Random random = new Random(SEED);
        List<Bill> bills = bills(random, 1500);
        Path members = write(
                "members.csv",
                "person_id,category,from,to\n",
                java.util.stream.IntStream.range(0, 60)
                        .mapToObj(person -> "P" + person + ",monitored,2099-01-0" + (1 + person % 4) + ",")
                        .toList());
        Path cases = write(
                "bills.csv",
                "bill_id,person_id,household_id,admission_date,discharge_date,total_cost,eligible_cost,basic_paid\n",
                bills.stream().map(Bill::row).toList());
        String expected = String.join("\n", plain(bills));
        for (Room room : List.of(AMPLE, LITTLE, Room.USUAL)) {
            Gathered got = Gathered.of(chosen(), members, cases, room, true).sorted();
            assertEquals(expected, got.rows());
            assertEquals(explained(got.rows()), got.explained());
            assertEquals(
                    bills.stream().filter(bill -> bill.household.isEmpty()).count(),
                    got.rejects().stream()
                            .filter(reject -> reject.reason() == RejectReason.MISSING_FIELD)
                            .count());
        }
    }

    @Test
    void oneCaseIsExplainedWithAllOfItsHousehold() throws IOException {
        Path members = write(
                "members.csv",
                "person_id,category,from,to\n",
                List.of("P1,monitored,2099-01-01,", "P2,monitored,2099-01-01,"));
        Path cases = write(
                "bills.csv",
                "bill_id,person_id,household_id,admission_date,discharge_date,total_cost,eligible_cost,basic_paid\n",
                List.of(
                        "B3,P1,H1,2099-03-01,2099-03-09,4000.00,4000.00,0",
                        "B1,P2,H1,2099-02-01,2099-02-09,9000.00,9000.00,2000.00",
                        "B2,P2,H2,2099-02-01,2099-02-09,90000.00,90000.00,0"));
        // 7000 of the other member before: (7000 + 4000 - 5000) x 50% - 1000
        String told = explain(members, cases, "en");
        assertTrue(told.contains("2,000.00 yuan"), told);
        assertTrue(
                told.contains(
                        "So far this year, for everyone of your household, the poverty-prevention insurance has paid"
                                + " 3,000.00 yuan"),
                told);
        assertTrue(explain(members, cases, "zh").contains("本年度您的家庭合计，防贫保险已累计支付 3,000.00 元"));
    }

    private static String explain(Path members, Path cases, String language) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of("explain", "--pack", PACK, "--product", "prevention"));
        arguments.addAll(List.of("--members", members.toString(), "--bills", cases.toString(), "--bill", "B3"));
        arguments.addAll(List.of("--as", "person", "--lang", language));
        assertEquals(0, Main.run(arguments, out, out), () -> told.toString(StandardCharsets.UTF_8));
        return told.toString(StandardCharsets.UTF_8);
    }

    /** Persons move between households, ids are prefixes of each other, and many bills fall on one day. */
    private static List<Bill> bills(Random random, int count) {
        List<Bill> bills = new ArrayList<>();
        for (int bill = 0; bill < count; bill++) {
            int person = random.nextInt(70);
            String household = random.nextInt(40) == 0 ? "" : "户" + (random.nextInt(10) == 0 ? 1 : person / 3);
            long cost = random.nextInt(4) == 0 ? random.nextInt(1_000_000) : random.nextInt(30_000);
            long basic = cost == 0 ? 0 : random.nextLong(cost + 1);
            bills.add(new Bill(
                    "B" + bill,
                    "P" + person,
                    household,
                    "2099-01-0" + (1 + random.nextInt(9)),
                    BigDecimal.valueOf(cost, 2),
                    BigDecimal.valueOf(basic, 2)));
        }
        return bills;
    }

    /** SH §2 in plain words: a household's own parts of the year, less 5,000, by bands, at most 50,000; each time the difference. */
    private static List<String> plain(List<Bill> bills) {
        Map<String, BigDecimal> left = new HashMap<>();
        Map<String, BigDecimal> paid = new HashMap<>();
        List<String> rows = new ArrayList<>();
        bills.stream()
                .filter(bill -> !bill.household.isEmpty() && covered(bill))
                .sorted(Comparator.comparing(Bill::day)
                        .thenComparing(bill -> bill.id.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .forEach(bill -> {
                    BigDecimal own = bill.cost.subtract(bill.basic);
                    BigDecimal year = left.merge(bill.household, own, BigDecimal::add);
                    BigDecimal owed = owed(year);
                    BigDecimal before = paid.getOrDefault(bill.household, BigDecimal.ZERO);
                    paid.put(bill.household, owed);
                    BigDecimal now = owed.subtract(before);
                    rows.add(String.join(
                            ",", bill.id, bill.person, yuan(now), yuan(own.subtract(now)), "0.00", yuan(owed)));
                });
        return rows.stream().sorted().toList();
    }

    private static boolean covered(Bill bill) {
        int person = Integer.parseInt(bill.person.substring(1));
        return person < 60 && bill.day.charAt(9) - '0' >= 1 + person % 4;
    }

    private static BigDecimal owed(BigDecimal year) {
        BigDecimal over = year.subtract(new BigDecimal("5000")).max(BigDecimal.ZERO);
        BigDecimal owed = part(over, "0", "10000", "0.5")
                .add(part(over, "10000", "30000", "0.6"))
                .add(part(over, "30000", "1000000000", "0.7"));
        return owed.setScale(2, RoundingMode.HALF_UP).min(new BigDecimal("50000.00"));
    }

    private static BigDecimal part(BigDecimal over, String from, String to, String share) {
        BigDecimal low = new BigDecimal(from);
        return over.min(new BigDecimal(to)).subtract(low).max(BigDecimal.ZERO).multiply(new BigDecimal(share));
    }

    private static String yuan(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toString();
    }

    /** What the explaining executor must say of the same rows. */
    private static List<String> explained(String rows) {
        return rows.lines()
                .map(row -> row.split(",", -1))
                .map(cells -> cells[0] + " " + cells[2] + " " + cells[5])
                .sorted()
                .toList();
    }

    private static Gathered.Chosen chosen() {
        return switch (Packs.load(PACK)) {
            case LoadResult.Loaded loaded ->
                new Gathered.Chosen(
                        loaded.pack(), loaded.pack().product("prevention").orElseThrow());
            case LoadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private Path write(String name, String header, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), header + String.join("\n", rows) + "\n");
    }
}
