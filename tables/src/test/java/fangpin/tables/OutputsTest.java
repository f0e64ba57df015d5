package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("bill_id", Column.Kind.TEXT),
            new Column("self_paid", Column.Kind.MONEY),
            new Column("row", Column.Kind.NUMBER));

    @TempDir
    Path folder;

    @Test
    void writesRfc4180AndQuotesOnlyWhereNeeded() throws IOException {
        RowBuffer rows = new RowBuffer();
        rows.text("B1").money(123_456).number(7).endRow();
        rows.text("a,b").money(5).number(-12).endRow();
        rows.text("say \"hi\"").money(-5).number(0).endRow();
        rows.text("l1\r\nl2").money(-100).number(Long.MIN_VALUE).endRow();
        rows.text("=1+1 ' \t").money(0).number(Long.MAX_VALUE).endRow();
        rows.text("").text("").text("").endRow();
        rows.text("").endRow();
        assertEquals("""
                B1,1234.56,7
                "a,b",0.05,-12
                "say ""hi""\",-0.05,0
                "l1\r
                l2",-1.00,-9223372036854775808
                =1+1 ' \t,0.00,9223372036854775807
                ,,
                ""
                """, new String(rows.bytes(), 0, rows.length(), StandardCharsets.UTF_8));
    }

    /** Larger than what is brought to the disk while the rest is written: three times over. */
    @Test
    void longFileIsWhole() throws IOException {
        Path target = folder.resolve("long.csv");
        RowBuffer rows = new RowBuffer();
        for (int row = 0; row < 100_000; row++) {
            rows.number(row).endRow();
        }
        byte[] once = Arrays.copyOf(rows.bytes(), rows.length());
        int times = 200;
        try (Outputs outputs = new Outputs()) {
            TableWriter writer = writer(outputs.lines(target));
            for (int time = 0; time < times; time++) {
                writer.writeRows(once, 0, once.length);
            }
            assertInstanceOf(CommitOutcome.Committed.class, outputs.commit());
        }
        try (InputStream in = Files.newInputStream(target)) {
            for (int time = 0; time < times; time++) {
                assertArrayEquals(once, in.readNBytes(once.length));
            }
            assertEquals(-1, in.read());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.csv.gz", "out.xlsx"})
    void writesWhatItReadsAgain(String name) throws IOException {
        Path target = folder.resolve(name);
        List<String> texts =
                List.of("B10", " B2 ", "371082199001010011", "a,\"b\"", "l1\nl2", "贫\uD840\uDC00", "=1+1", "_x41_");
        try (Outputs outputs = new Outputs()) {
            TableWriter writer = writer(outputs.table(target, COLUMNS));
            RowBuffer rows = new RowBuffer();
            for (int i = 0; i < 2000; i++) {
                rows.text(texts.get(i % texts.size())).money(i * 101L).number(i).endRow();
                if (i % 7 == 0) {
                    writer.writeRows(rows);
                }
            }
            writer.writeRows(rows);
            assertEquals(Set.of(), names());
            assertInstanceOf(CommitOutcome.Committed.class, outputs.commit());
        }
        assertEquals(Set.of(name), names());
        Table table = assertInstanceOf(Table.class, Tables.open(target));
        assertEquals(List.of("bill_id", "self_paid", "row"), table.header());
        Taken taken = new Taken();
        assertEquals(new TableOutcome.AllRead(2001), table.read(taken));
        for (int i = 0; i < 2000; i++) {
            String money = "%d.%02d".formatted(i * 101 / 100, i * 101 % 100);
            if (name.endsWith(".xlsx")) {
                money = new BigDecimal(money).stripTrailingZeros().toPlainString();
            }
            String text = texts.get(i % texts.size()).replace("\n", "\\n");
            assertEquals(i + 2 + ": " + text + "|" + money + "|" + i, taken.rows.get(i));
        }
    }

    @Test
    void keepsAnAmountOfMoreDigitsThanASpreadsheetAsText() throws IOException {
        Path target = folder.resolve("out.xlsx");
        try (Outputs outputs = new Outputs()) {
            TableWriter writer = writer(outputs.table(target, COLUMNS));
            RowBuffer rows = new RowBuffer();
            rows.text("B1").money(999_999_999_999_99L).number(1).endRow();
            rows.text("B2").money(123_456_789_012_345_678L).number(2).endRow();
            writer.writeRows(rows);
            outputs.commit();
        }
        Taken taken = new Taken();
        assertInstanceOf(Table.class, Tables.open(target)).read(taken);
        assertEquals(List.of("2: B1|999999999999.99|1", "3: B2|1234567890123456.78|2"), taken.rows);
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        try (Outputs outputs = new Outputs()) {
            begin(outputs, "a.csv");
            begin(outputs, "b.xlsx");
            begin(outputs, "c.csv.gz");
            assertEquals(3, temporaryFiles());
        }
        assertEquals(0, temporaryFiles());
        assertEquals(Set.of(), names());
    }

    @Test
    void removesAllIfOneCannotBeMoved() throws IOException {
        try (Outputs outputs = new Outputs()) {
            begin(outputs, "a.csv");
            begin(outputs, "b.csv");
            begin(outputs, "c.csv");
            // somebody makes a folder of that name while the run goes on
            Files.createDirectories(folder.resolve("b.csv/x"));
            FileRefusal refusal = assertInstanceOf(FileRefusal.class, outputs.commit());
            assertEquals(Reason.NOT_WRITTEN, refusal.reason());
            assertEquals(folder.resolve("b.csv").toString(), refusal.file());
        }
        assertEquals(Set.of("b.csv"), names());
        assertEquals(0, temporaryFiles());
    }

    @Test
    void replacesAnOlderResultAndKeepsALink() throws IOException {
        Path old = Files.writeString(folder.resolve("old.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), old);
        try (Outputs outputs = new Outputs()) {
            begin(outputs, "link.csv");
            assertEquals("old", Files.readString(old));
            outputs.commit();
        }
        assertEquals("bill_id,self_paid,row\n", Files.readString(old));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void refusesTargetsThatCannotBe() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        try (Outputs outputs = new Outputs()) {
            begin(outputs, "a.csv");
            assertEquals(Reason.SAME_TARGET, reason(outputs, folder.resolve("a.csv")));
            assertEquals(Reason.SAME_TARGET, reason(outputs, folder.resolve("sub/../a.csv")));
            assertEquals(Reason.DIRECTORY, reason(outputs, folder.resolve("sub")));
            assertEquals(Reason.NO_FOLDER, reason(outputs, folder.resolve("none/a.csv")));
            assertEquals(Reason.NO_FOLDER, reason(outputs, folder.resolve("none/a.xlsx")));
            Path device = Path.of("/dev/null");
            if (Files.exists(device)) {
                assertEquals(Reason.NOT_WRITTEN, reason(outputs, device));
            }
        }
    }

    @Test
    void sweepsWhatAKilledRunLeft() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        long own = ProcessHandle.current().pid();
        Path stale = Files.writeString(folder.resolve(".fangpin-" + ended.pid() + "-1.tmp"), "x");
        Path staleOfSameNumber = Files.writeString(folder.resolve(".fangpin-" + own + "-999999999.tmp"), "x");
        Path alive = Files.writeString(folder.resolve(".fangpin-1-1.tmp"), "x");
        Path other = Files.writeString(folder.resolve(".fangpin-notes.tmp"), "x");
        try (Outputs outputs = new Outputs();
                Outputs more = new Outputs()) {
            begin(outputs, "a.csv");
            begin(more, "b.csv");
            assertInstanceOf(CommitOutcome.Committed.class, outputs.commit());
        }
        assertEquals(
                List.of(false, false, true, true),
                Stream.of(stale, staleOfSameNumber, alive, other)
                        .map(Files::exists)
                        .toList());
    }

    @Test
    void keepsTheFirstErrorUntilTheEnd() {
        CsvTableWriter writer = CsvTableWriter.plain(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        byte[] rows = "1,2\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        writer.writeRows(rows, 0, 8);
        assertEquals(false, writer.failed());
        writer.writeRows(rows, 0, rows.length);
        assertEquals(true, writer.failed());
        writer.writeRows(rows, 0, rows.length);
        assertThrows(IOException.class, writer::finish);
    }

    @Test
    void writesLinesOfAnyForm() throws IOException {
        try (Outputs outputs = new Outputs()) {
            byte[] line = "{\"a\":1}\n".getBytes(StandardCharsets.UTF_8);
            writer(outputs.lines(folder.resolve("e.jsonl"))).writeRows(line, 0, line.length);
            outputs.commit();
        }
        assertEquals("{\"a\":1}\n", Files.readString(folder.resolve("e.jsonl")));
    }

    private void begin(Outputs outputs, String name) {
        writer(outputs.table(folder.resolve(name), COLUMNS));
    }

    private static TableWriter writer(OutputOutcome outcome) {
        return assertInstanceOf(TableWriter.class, outcome, outcome::toString);
    }

    private static Reason reason(Outputs outputs, Path target) {
        FileRefusal refusal = assertInstanceOf(FileRefusal.class, outputs.table(target, COLUMNS));
        RefusalTest.assertReadable(refusal.message(), target);
        return refusal.reason();
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".fangpin-"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".fangpin-"))
                    .count();
        }
    }
}
