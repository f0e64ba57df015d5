package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no workbook, or a broken one, or one made to do harm. */
class XlsxHostileTest {

    private static final String HEADER = "<row><c t=\"str\"><v>a</v></c></row>";
    private static final String XXE =
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
    private static final int MILLION = 1_000_000;

    @TempDir
    Path folder;

    /** Writes a file. */
    interface Content {
        void write(Path file) throws IOException;
    }

    /** A file, why it is refused, and a part of the English text. */
    record Case(String name, Content content, Reason reason, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                notATable("text", file -> Files.writeString(file, "a,b\n1,2\n"), "something else"),
                notATable("HTML", file -> Files.writeString(file, "\n <HTML><table>"), "a web page"),
                notATable("PDF", file -> Files.writeString(file, "%PDF-1.7"), "a PDF file"),
                notATable("JPEG before a zip", file -> prefixed(file, 0xFF, 0xD8, 0xFF), "a picture"),
                notATable(
                        "old Excel file", file -> Files.write(file, container("Workbook")), "an old Excel file (.xls)"),
                notATable(
                        "encrypted",
                        file -> Files.write(file, container("EncryptedPackage")),
                        "protected by a password"),
                notATable("cut container", file -> Files.write(file, Arrays.copyOf(container(""), 20)), "old Excel"),
                notATable(
                        "zip of something",
                        file -> part("word/document.xml", "")
                                .without("_rels/.rels")
                                .write(file),
                        "no workbook"),
                notATable(
                        "Word document",
                        file -> part("_rels/.rels", TestWorkbook.links("officeDocument", "word/document.xml"))
                                .write(file),
                        "no workbook"),
                notATable(
                        "binary workbook",
                        file -> part("_rels/.rels", TestWorkbook.links("officeDocument", "xl/workbook.bin"))
                                .write(file),
                        ".xlsb"),
                notATable(
                        "no sheets",
                        file -> part("xl/workbook.xml", "<workbook/>").write(file),
                        "no worksheet"),
                notATable(
                        "no sheet part",
                        file -> new TestWorkbook()
                                .without("xl/worksheets/sheet1.xml")
                                .write(file),
                        "damaged"),
                notATable("cut off in the middle", file -> cut(file, 2), "cut off"),
                notATable("cut off at the end", file -> cut(file, 1), "cut off"),
                notATable(
                        "something after the end",
                        file -> Files.write(valid(file), new byte[9], StandardOpenOption.APPEND),
                        "after it"),
                notATable("one bit turned", XlsxHostileTest::turnBit, "damaged"),
                notATable(
                        "duplicate entry", file -> twoEntries(file, "xl/workbook.xml", "xl/workbook.xml"), "two parts"),
                notATable("duplicate but for case", file -> twoEntries(file, "xl/a.xml", "XL/A.xml"), "two parts"),
                notATable("entry above", file -> part("../evil.xml", "").write(file), "../evil.xml"),
                notATable(
                        "entry above inside",
                        file -> part("xl/../../evil.xml", "").write(file),
                        "evil.xml"),
                notATable("entry at the root", file -> part("/etc/x", "").write(file), "/etc/x"),
                notATable("entry with backslashes", file -> part("..\\evil", "").write(file), "evil"),
                notATable(
                        "sheet not well-formed",
                        file -> sheet(HEADER + "<row><c>").write(file),
                        "damaged"),
                notATable(
                        "sheet cut off",
                        file -> part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>")
                                .write(file),
                        "damaged"),
                notATable(
                        "sheet in an unknown encoding",
                        file -> part(
                                        "xl/worksheets/sheet1.xml",
                                        "<?xml version=\"1.0\" encoding=\"x-none\"?><worksheet/>")
                                .write(file),
                        "damaged"),
                notATable(
                        "bytes that are not UTF-8",
                        file -> new TestWorkbook()
                                .part("xl/worksheets/sheet1.xml", bytes('<', 0xD5, 0xC5))
                                .write(file),
                        "damaged"),
                notATable(
                        "entity without declaration",
                        file -> sheet("<row><c t=\"str\"><v>&x;</v></c></row>").write(file),
                        "damaged"),
                notATable(
                        "elements in one another",
                        file -> sheet("<x>".repeat(100_000)).write(file),
                        "damaged"),
                notATable(
                        "row 1,048,577",
                        file -> sheet(HEADER + "<row r=\"1048577\"/>").write(file),
                        "damaged"),
                notATable("row 0", file -> sheet("<row r=\"0\"/>").write(file), "damaged"),
                notATable("row without number", file -> sheet("<row r=\"x\"/>").write(file), "damaged"),
                notATable(
                        "the same row twice",
                        file -> sheet(HEADER + "<row r=\"1\"/>").write(file),
                        "damaged"),
                notATable(
                        "column after the last",
                        file -> sheet("<row><c r=\"XFE1\"><v>1</v></c></row>").write(file),
                        "damaged"),
                notATable(
                        "column far after the last",
                        file -> sheet("<row><c r=\"ZZZZZZZZZ1\"><v>1</v></c></row>")
                                .write(file),
                        "damaged"),
                notATable(
                        "the same column twice",
                        file -> sheet("<row><c r=\"B1\"/><c r=\"B1\"/></row>").write(file),
                        "damaged"),
                notATable(
                        "no such shared string",
                        file -> sheet("<row><c t=\"s\"><v>0</v></c></row>").write(file),
                        "damaged"),
                notATable(
                        "shared string -1",
                        file -> sheet("<row><c t=\"s\"><v>-1</v></c></row>").write(file),
                        "damaged"),
                notATable(
                        "shared string x",
                        file -> sheet("<row><c t=\"s\"><v>x</v></c></row>").write(file),
                        "damaged"),
                notATable(
                        "unknown type of cell",
                        file -> sheet("<row><c t=\"q\"><v>1</v></c></row>").write(file),
                        "damaged"),
                new Case("empty sheet", file -> new TestWorkbook().write(file), Reason.EMPTY, "first sheet"),
                new Case(
                        "sheet of styled cells",
                        file -> sheet("<row><c s=\"1\"/></row>").write(file),
                        Reason.EMPTY,
                        "sheet"),
                new Case(
                        "repeated header",
                        file -> sheet("<row><c><v>1</v></c><c><v>1</v></c></row>")
                                .write(file),
                        Reason.REPEATED_HEADER,
                        "\"1\" twice"),
                entity(
                        "in the sheet",
                        file -> part("xl/worksheets/sheet1.xml", XXE).write(file)),
                entity(
                        "in the shared strings",
                        file -> part("xl/sharedStrings.xml", XXE).write(file)),
                entity("in the workbook", file -> part("xl/workbook.xml", XXE).write(file)),
                entity("in the relationships", file -> part("_rels/.rels", XXE).write(file)),
                entity(
                        "in a part that is not read",
                        file -> part("docProps/core.xml", XXE).write(file)),
                notATable(
                        "document type in UTF-16",
                        file -> new TestWorkbook()
                                .part("xl/worksheets/sheet1.xml", XXE.getBytes(StandardCharsets.UTF_16))
                                .write(file),
                        "damaged"),
                entity(
                        "late",
                        file -> part("xl/worksheets/sheet1.xml", "<!--" + "x".repeat(9999) + "-->" + XXE.substring(21))
                                .write(file)),
                entity(
                        "bomb",
                        file -> part("xl/worksheets/sheet1.xml", entityBomb()).write(file)),
                tooLarge("zip bomb", file -> sheet(" ".repeat(100 * MILLION)).write(file), "unpacks"),
                tooLarge(
                        "zip bomb in a part that is not read",
                        file -> new TestWorkbook()
                                .part("xl/media/x.png", new byte[100 * MILLION])
                                .write(file),
                        "unpacks"),
                tooLarge("overlapping entries", XlsxHostileTest::overlapping, "overlap"),
                tooLarge("10,001 entries", file -> manyEntries(file), "far more parts"),
                tooLarge(
                        "cell of 17 million letters",
                        file -> sheet("<row><c t=\"str\"><v>" + "x".repeat(17 * MILLION) + "</v></c></row>")
                                .write(file),
                        "cell"),
                tooLarge(
                        "cell of 17 million letters in runs",
                        file -> sheet("<row><c t=\"inlineStr\"><is>" + ("<t>" + "x".repeat(MILLION) + "</t>").repeat(17)
                                        + "</is></c></row>")
                                .write(file),
                        "cell"),
                tooLarge(
                        "tag of 17 million letters",
                        file -> sheet("<row x=\"" + "x".repeat(17 * MILLION) + "\"/>")
                                .write(file),
                        "tag"),
                tooLarge(
                        "one row of a text shared 100 times",
                        file -> shared(HEADER + "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(100) + "</row>")
                                .write(file),
                        "row 2"),
                tooLarge(
                        "a text shared 1,000 times",
                        file -> shared(HEADER + "<row><c t=\"s\"><v>0</v></c></row>".repeat(1000))
                                .write(file),
                        "unpacks"));
    }

    private static Case notATable(String name, Content content, String says) {
        return new Case(name, content, Reason.NOT_A_TABLE, says);
    }

    private static Case entity(String name, Content content) {
        return new Case("entity " + name, content, Reason.EXTERNAL_ENTITY, "document type");
    }

    private static Case tooLarge(String name, Content content, String says) {
        return new Case(name, content, Reason.TOO_LARGE, says);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(Case one) throws IOException {
        Path file = folder.resolve("t.xlsx");
        one.content.write(file);
        FileRefusal refusal = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> switch (Tables.open(file)) {
            case FileRefusal refused -> refused;
            case Table table -> assertInstanceOf(FileRefusal.class, table.read(new Ignored()));
        });
        assertEquals(one.reason, refusal.reason(), refusal::toString);
        RefusalTest.assertReadable(refusal.message(), file);
        assertTrue(refusal.message().en().contains(one.says), refusal.message().en());
    }

    @Test
    void readsTheLastCellOfASheet() throws IOException {
        Taken taken = taken(sheet(HEADER + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"));
        assertEquals(List.of("1048576:" + " |" + "|".repeat(16_382) + "1"), taken.rows);
    }

    @Test
    void readsPastWhatIsNotKept() throws IOException {
        String comment = "<!--" + "<- ".repeat(7 * MILLION) + "-->";
        assertEquals(List.of("2: 1"), taken(sheet(HEADER + comment + "<row><c><v>1</v></c></row>")).rows);
    }

    @Test
    void readsEverNewNamesInLittleTime() throws IOException {
        String elements = IntStream.range(0, 2 * MILLION)
                .mapToObj(i -> "<a" + Integer.toString(i * 31, 36) + "/>")
                .collect(Collectors.joining());
        TestWorkbook workbook = sheet(HEADER + elements);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertEquals(List.of(), taken(workbook).rows));
    }

    @Test
    void readsAMillionSharedStringsInAnyOrder() throws IOException {
        String[] texts =
                IntStream.range(0, MILLION).mapToObj(i -> "<t>文" + i + "</t>").toArray(String[]::new);
        Taken taken = taken(new TestWorkbook()
                .sharedStrings(texts)
                .sheet(HEADER + "<row><c t=\"s\"><v>999999</v></c></row><row><c t=\"s\"><v>0</v></c></row>"));
        assertEquals(List.of("2: 文999999", "3: 文0"), taken.rows);
    }

    @Test
    void readsSharedStringsThatSpanBlocks() throws IOException {
        List<String> texts = new Random(5)
                .ints(40, 0, 400_000)
                .mapToObj(size -> ((char) ('a' + size % 26) + "贫").repeat(size))
                .toList();
        Taken taken = taken(new TestWorkbook()
                .sharedStrings(texts.stream().map(text -> "<t>" + text + "</t>").toArray(String[]::new))
                .sheet(HEADER
                        + IntStream.range(0, 40)
                                .mapToObj(i -> "<row><c t=\"s\"><v>" + i + "</v></c></row>")
                                .collect(Collectors.joining())));
        for (int i = 0; i < 40; i++) {
            assertEquals(i + 2 + ": " + texts.get(i), taken.rows.get(i));
        }
    }

    private Taken taken(TestWorkbook workbook) throws IOException {
        OpenOutcome outcome = Tables.open(workbook.write(folder.resolve("t.xlsx")));
        Taken taken = new Taken();
        TableOutcome read =
                assertInstanceOf(Table.class, outcome, outcome::toString).read(taken);
        assertInstanceOf(TableOutcome.AllRead.class, read, read::toString);
        return taken;
    }

    private static TestWorkbook sheet(String rows) {
        return new TestWorkbook().sheet(rows);
    }

    private static TestWorkbook part(String name, String content) {
        return sheet(HEADER).part(name, content);
    }

    /** A sheet whose shared string 0 has a million letters. */
    private static TestWorkbook shared(String rows) {
        return sheet(rows).sharedStrings("<t>" + "x".repeat(MILLION) + "</t>");
    }

    private static Path valid(Path file) throws IOException {
        return sheet(HEADER).write(file);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** The container of old and of encrypted files, with its directory in sector 1. */
    private static byte[] container(String entry) {
        ByteBuffer bytes = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1));
        bytes.putShort(30, (short) 9).putInt(48, 1);
        bytes.position(1024).put(entry.getBytes(StandardCharsets.UTF_16LE));
        return bytes.array();
    }

    private static void prefixed(Path file, int... prefix) throws IOException {
        byte[] zip = Files.readAllBytes(valid(file));
        byte[] all = Arrays.copyOf(bytes(prefix), prefix.length + zip.length);
        System.arraycopy(zip, 0, all, prefix.length, zip.length);
        Files.write(file, all);
    }

    private static void cut(Path file, int divisor) throws IOException {
        byte[] zip = Files.readAllBytes(valid(file));
        Files.write(file, Arrays.copyOf(zip, zip.length / divisor - 1));
    }

    private static void turnBit(Path file) throws IOException {
        String noise =
                new Random(1).ints(9999, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
        byte[] zip = Files.readAllBytes(part("a/noise", noise).write(file));
        zip[zip.length / 2] ^= 1;
        Files.write(file, zip);
    }

    private static void twoEntries(Path file, String first, String second) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (String name : List.of(first, second)) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
    }

    private static void manyEntries(Path file) throws IOException {
        TestWorkbook workbook = sheet(HEADER);
        for (int i = 0; i <= 10_000; i++) {
            workbook.part("x/" + i, "");
        }
        workbook.write(file);
    }

    /** Two entries of the list share the bytes of one. */
    private static void overlapping(Path file) throws IOException {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        byte[] zip = Files.readAllBytes(
                new TestWorkbook().part("a/1", noise).part("a/2", new byte[0]).write(file));
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int first = listed(bytes, "a/1");
        int second = listed(bytes, "a/2");
        for (int field : List.of(16, 20, 24, 42)) {
            bytes.putInt(second + field, bytes.getInt(first + field));
        }
        Files.write(file, zip);
    }

    private static int listed(ByteBuffer zip, String name) {
        for (int at = 0; ; at++) {
            byte[] found = new byte[name.length()];
            if (zip.getInt(at) == 0x02014B50) {
                zip.get(at + 46, found);
                if (new String(found, StandardCharsets.UTF_8).equals(name)) {
                    return at;
                }
            }
        }
    }

    private static String entityBomb() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return entities + "]><worksheet><sheetData><row><c t=\"str\"><v>&a29;</v></c></row></sheetData></worksheet>";
    }
}
