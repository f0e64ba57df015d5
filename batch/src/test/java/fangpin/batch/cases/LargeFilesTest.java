package fangpin.batch.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.batch.Main;
import fangpin.batch.RandomAccidents;
import fangpin.batch.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that do not fit: however little room there is, and however the work is cut up, the same comes out. The seed is printed. */
class LargeFilesTest {
    private static final long SEED = Long.getLong("fangpin.seed", new Random().nextInt(1_000_000));
    private static final int KIB = 1 << 10;
    private static final int WHOLE = 1 << 30;

    /** Everything in memory, one partition, read by one thread. */
    private static final Room AMPLE = new Room(1L << 30, WHOLE, WHOLE, Long.MAX_VALUE, 1);

    private static final Gathered.Chosen MEDICAL = Gathered.Chosen.of("supplementary-medical", Map.of());
    private static final Gathered.Chosen ACCIDENT = Gathered.Chosen.of("accident", Map.of());

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void printSeed() {
        System.out.println("LargeFilesTest: replay with -Dfangpin.seed=" + SEED);
    }

    /** Memory that is not there, pieces of one chunk, many partitions, several readers. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # memory,     loaded,  partition,     readers
            0,            1 GiB,   all,           1
            0,            16 KiB,  all,           1
            40000,        16 KiB,  all,           1
            1 GiB,        16 KiB,  all,           1
            1 GiB,        64 KiB,  all,           1
            1 GiB,        1 GiB,   100 KiB,       1
            1 GiB,        1 GiB,   100 KiB,       2
            1 GiB,        1 GiB,   1 KiB,         3
            0,            16 KiB,  100 KiB,       2
            """)
    void theSameComesOutHoweverTheWorkIsCut(String memory, String loaded, String partition, int readers)
            throws IOException {
        long partitionBytes = partition.equals("all") ? Long.MAX_VALUE : bytes(partition);
        Room room = new Room(bytes(memory), (int) bytes(loaded), WHOLE, partitionBytes, readers);
        for (CaseFiles files : List.of(bills(2500, 20), bills(2500, 1500), claims(1), claims(80))) {
            Gathered expected = files.run(AMPLE);
            Gathered got = files.run(room);
            assertEquals(bytes(memory) < AMPLE.memoryBytes(), got.spilt() > 0, files::toString);
            assertEquals(0, expected.spilt());
            if (partition.equals("all")) {
                assertEquals(expected, got.withoutSpill(), files::toString);
            } else {
                assertEquals(expected.sorted(), got.withoutSpill().sorted(), files::toString);
            }
        }
    }

    /** With a file of its own for each number of partitions, the bytes are the same however little memory there is. */
    @Test
    void littleMemoryGivesTheSameBytesInManyPartitions() throws IOException {
        CaseFiles files = bills(6000, 500);
        Gathered expected = files.run(new Room(1L << 30, WHOLE, WHOLE, 64 * KIB, 2));
        Gathered got = files.run(new Room(0, WHOLE, WHOLE, 64 * KIB, 2));
        assertTrue(got.spilt() > 100_000, () -> "spilt " + got.spilt());
        assertEquals(expected, got.withoutSpill());
    }

    /** Uncovered bills count in the year under reading R15, and are rejected once, not once for each time they are read. */
    @Test
    void uncoveredCasesThatCountAreRejectedOnce() throws IOException {
        CaseFiles files = bills(4000, 30);
        Gathered.Chosen wholeYear = Gathered.Chosen.of("supplementary-medical", Map.of("R15", "whole-year"));
        Gathered expected = Gathered.of(wholeYear, files.members, files.cases, AMPLE, true);
        Room room = new Room(0, 16 * KIB, WHOLE, Long.MAX_VALUE, 1);
        assertEquals(
                expected,
                Gathered.of(wholeYear, files.members, files.cases, room, true).withoutSpill());
    }

    /** One person's bills, in pieces of a sixteenth of them: a heap that they do not fit into is enough. */
    @Test
    void onePersonWithMoreBillsThanTheHeapHolds() throws IOException, InterruptedException {
        CaseFiles files = bills(200_000, 1);
        Gathered expected = files.run(AMPLE, false);
        assertEquals(new CaseOutcome.Done(200_000, 0, 0), expected.outcome());
        assertTrue(expected.rows().endsWith(",600000.00\n"), () -> "seed " + SEED);
        assertEquals(
                SmallHeap.said(expected.outcome(), expected.rows()),
                SmallHeap.run(32, 1 << 20, files.members, files.cases));
        assertEquals(SmallHeap.FULL, SmallHeap.run(32, WHOLE, files.members, files.cases));
    }

    /** Rows that bear a few ids again and again: all but the first are duplicates, though the ids do not fit into what may be loaded. */
    @Test
    void oneIdAgainAndAgain() throws IOException {
        CaseFiles files = bills(5000, 1);
        Sheet bills = Sheet.of(Files.readString(files.cases));
        bills.whole().forEach(row -> bills.set(row, "bill_id", "B" + Math.floorMod(row.hashCode(), 7)));
        Files.writeString(files.cases, bills.text());
        Gathered expected = files.run(AMPLE);
        assertEquals(7, expected.rows().lines().count());
        assertEquals(
                expected,
                files.run(new Room(0, 16 * KIB, WHOLE, Long.MAX_VALUE, 1)).withoutSpill());
    }

    /** Of the wrong rows of a members file that is read in parts, the first is told, by its row in the file. */
    @ParameterizedTest
    @CsvSource({"40, 40", "1000, 1000", "1900, 1900"})
    void theFirstWrongMemberIsToldByItsRow(int wrong, String row) throws IOException {
        CaseFiles files = bills(3000, 2000);
        Sheet members = Sheet.of(Files.readString(files.members));
        members.set(members.whole().get(wrong - 2), "from", "2020-02-30");
        members.set(members.whole().get(1990), "from", "2020-02-30");
        Files.writeString(files.members, members.text());
        for (int readers = 1; readers <= 3; readers++) {
            Gathered got = files.run(new Room(1L << 30, WHOLE, WHOLE, 10 * KIB, readers));
            assertTrue(got.refusal().en().contains("row " + row), got::toString);
        }
    }

    /** What can only be loaded whole and is too much is refused by what it is, not as amounts that are too large. */
    @ParameterizedTest
    @CsvSource({"members, 200", "rejects, 5000"})
    void whatCannotBeLoadedIsRefused(String what, int wholeBytes) throws IOException {
        CaseFiles files = bills(1000, what.equals("members") ? 100 : 1);
        if (what.equals("rejects")) {
            Sheet bills = Sheet.of(Files.readString(files.cases));
            bills.whole().forEach(row -> bills.set(row, "total_cost", "-1"));
            Files.writeString(files.cases, bills.text());
        }
        Gathered got = files.run(new Room(1L << 30, WHOLE, wholeBytes, Long.MAX_VALUE, 1));
        assertTrue(got.refusal().en().contains("at most " + wholeBytes + " are accepted"), got::toString);
        assertTrue(got.refusal().zh().contains("最多 " + wholeBytes + " 字节"), got::toString);
    }

    // -------------------------------------------------------------------------------------------------------- helpers

    private record CaseFiles(String product, Path members, Path cases) {
        Gathered run(Room room) {
            return run(room, true);
        }

        Gathered run(Room room, boolean explaining) {
            Gathered.Chosen chosen = product.equals("accident") ? ACCIDENT : MEDICAL;
            return Gathered.of(chosen, members, cases, room, explaining);
        }
    }

    private static long bytes(String size) {
        String[] words = size.split(" ", -1);
        long number = Long.parseLong(words[0]);
        return words.length == 1 ? number : words[1].equals("KiB") ? number << 10 : number << 30;
    }

    private CaseFiles bills(int bills, int persons) {
        PrintStream silent = new PrintStream(new ByteArrayOutputStream());
        String bad = persons == 1 ? "0" : "0.1";
        String line = "generate --bills " + bills + " --persons " + persons + " --bad-rows " + bad + " --seed " + SEED;
        Path own = folder.resolve(bills + "-" + persons);
        int status = Main.run(List.of((line + " --dir " + own).split(" ", -1)), silent, silent);
        assertEquals(0, status);
        return new CaseFiles("supplementary-medical", own.resolve("members.csv"), own.resolve("bills.csv"));
    }

    /** So many persons with claims, some after a death. */
    private CaseFiles claims(int persons) throws IOException {
        Path members = folder.resolve("insured-" + persons + ".csv");
        Path claims = folder.resolve("claims-" + persons + ".csv");
        Files.writeString(members, RandomAccidents.members(persons).text());
        Files.writeString(
                claims, RandomAccidents.claims(new Random(SEED), persons, 1500).text());
        return new CaseFiles("accident", members, claims);
    }
}
