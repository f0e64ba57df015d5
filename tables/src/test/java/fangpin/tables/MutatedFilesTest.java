package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads files in which bytes were changed at random: whatever comes of it is a value, and comes soon. One seed can be
 * replayed with {@code -Dfangpin.seed=N}; {@code -Dfangpin.runs=N} sets how many are tried.
 */
class MutatedFilesTest {

    private static final int RUNS = Integer.getInteger("fangpin.runs", 1_000);

    private static final List<String> INSERTED = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "/",
            "<v>",
            "</c>",
            "<row>",
            "<c t=\"s\">",
            "]]>",
            "<![CDATA[",
            "<!--",
            "<?x?>",
            "<!DOCTYPE x>",
            "&#0;",
            "&#x110000;",
            "&x;",
            "\0",
            "\uFFFF",
            "\uD840\uDC00",
            " r=\"",
            "99999999999",
            "-1",
            "=");

    private static final String SHEET =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>43831.5</v></c><c r=\"B2\"><f>A1</f><v>1.5E3</v></c></row>"
                    + "<row r=\"4\"><c r=\"A4\" t=\"b\"><v>1</v></c><c r=\"D4\" t=\"e\"><v>#N/A</v></c></row>";

    @TempDir
    Path folder;

    @Test
    void giveAValueAndSoon() throws IOException {
        Long replayed = Long.getLong("fangpin.seed");
        long first = replayed == null ? new Random().nextLong() : replayed;
        System.out.println("MutatedFilesTest: first seed " + first);
        for (long seed = first; seed < first + (replayed == null ? RUNS : 1); seed++) {
            Path file = write(new Random(seed));
            long number = seed;
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(file, number), () -> "seed " + number);
            Files.delete(file);
        }
    }

    private static void read(Path file, long seed) {
        try {
            if (Tables.open(file) instanceof Table table) {
                table.read(new Ignored());
            }
        } catch (RuntimeException e) {
            fail("seed " + seed, e);
        }
    }

    private Path write(Random random) throws IOException {
        byte[] csv = "编号,b\r\nB1,\"x,\"\"y\"\n,\n\n1,2\n".getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(5)) {
            case 0 -> Files.write(folder.resolve("t.csv"), mutated(csv, random));
            case 1 -> Files.write(folder.resolve("t.csv.gz"), mutated(CsvTableTest.gzip(csv), random));
            case 2 -> {
                Path file = workbook(new Random(0)).write(folder.resolve("t.xlsx"));
                yield Files.write(file, mutated(Files.readAllBytes(file), random));
            }
            default -> workbook(random).write(folder.resolve("t.xlsx"));
        };
    }

    /** A workbook in which some of the parts are changed. */
    private static TestWorkbook workbook(Random random) {
        TestWorkbook workbook = new TestWorkbook()
                .workbookOptions("<workbookPr date1904=\"0\"/>")
                .sharedStrings("<t>a</t>", "<r><t>x</t></r><rPh><t>y</t></rPh>")
                .styles("<numFmt numFmtId=\"164\" formatCode=\"yyyy\"/>", 0, 14, 164)
                .sheet(SHEET);
        workbook.change(part -> random.nextInt(4) == 0 ? mutated(part, random) : part);
        return workbook;
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original;
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            int size = Math.min(random.nextInt(20), bytes.length - at);
            byte[] middle = switch (random.nextInt(5)) {
                case 0 -> new byte[] {(byte) random.nextInt(256)};
                case 1 -> new byte[0];
                case 2 -> INSERTED.get(random.nextInt(INSERTED.size())).getBytes(StandardCharsets.UTF_8);
                case 3 -> repeated(bytes, at, size, random.nextInt(50));
                default -> new byte[] {(byte) (bytes[at] ^ (1 << random.nextInt(8)))};
            };
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, at);
            changed.writeBytes(middle);
            int rest = Math.min(bytes.length, at + (random.nextBoolean() ? middle.length : size));
            changed.write(bytes, rest, bytes.length - rest);
            bytes = changed.toByteArray();
        }
        return bytes;
    }

    private static byte[] repeated(byte[] bytes, int at, int size, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.write(bytes, at, size);
        }
        return all.toByteArray();
    }
}
