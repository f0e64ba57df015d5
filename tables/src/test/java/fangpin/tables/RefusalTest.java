package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CSV files, packed and not, that are refused as a whole. */
class RefusalTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MILLION = 1_000_000;

    @TempDir
    Path folder;

    /** Bytes that are made only when they are wanted, since some are many. */
    interface Content {
        byte[] bytes() throws IOException;
    }

    /** A file, why it is refused, and a part of the English text. */
    record Case(String name, String file, Content content, Reason reason, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("zero bytes", "a.csv", () -> text(""), Reason.EMPTY, "zero bytes"),
                new Case(
                        "zero bytes packed",
                        "a.csv.gz",
                        () -> CsvTableTest.gzip(text("")),
                        Reason.EMPTY,
                        "only empty lines"),
                new Case("zero bytes instead of gzip", "a.csv.gz", () -> text(""), Reason.EMPTY, "zero bytes"),
                new Case("only a byte-order mark", "a.csv", () -> text("\uFEFF"), Reason.EMPTY, "only empty lines"),
                new Case("only empty lines", "a.csv", () -> text("\n\r\n\r"), Reason.EMPTY, "only empty lines"),
                new Case("repeated name", "a.csv", () -> text("a,b,a\n"), Reason.REPEATED_HEADER, "\"a\" twice"),
                new Case(
                        "repeated Chinese name",
                        "a.csv",
                        () -> "账号,账号\n".getBytes(GB18030),
                        Reason.REPEATED_HEADER,
                        "账号"),
                new Case("unclosed quote", "a.csv", () -> text("a\n1\n\"2\n3\n"), Reason.UNCLOSED_QUOTE, "row 3"),
                new Case("unclosed quote at the end", "a.csv", () -> text("a\n1\n\""), Reason.UNCLOSED_QUOTE, "row 3"),
                new Case(
                        "unclosed quote in the header",
                        "a.csv",
                        () -> text("a,\"b\n1,2\n"),
                        Reason.UNCLOSED_QUOTE,
                        "row 1"),
                new Case(
                        "unclosed quote packed",
                        "a.gz",
                        () -> CsvTableTest.gzip(text("a\n\"1\n")),
                        Reason.UNCLOSED_QUOTE,
                        "2"),
                new Case(
                        "unclosed quote in GB18030",
                        "a.csv",
                        () -> "编号\n\"1\n".getBytes(GB18030),
                        Reason.UNCLOSED_QUOTE,
                        "2"),
                new Case(
                        "UTF-16",
                        "a.csv",
                        () -> "a,b\n".getBytes(StandardCharsets.UTF_16),
                        Reason.ENCODING,
                        "Unicode Text"),
                new Case("UTF-16LE", "a.csv", () -> text("", 0xFF, 0xFE, 'a', 0), Reason.ENCODING, "Unicode Text"),
                new Case("no known encoding", "a.csv", () -> text("a\n1\n", 0xFF, '\n'), Reason.ENCODING, "offset 4"),
                new Case(
                        "no known encoding in the header",
                        "a.csv",
                        () -> text("a", 0xFF, '\n'),
                        Reason.ENCODING,
                        "offset 1"),
                new Case(
                        "cut inside a GB18030 character",
                        "a.csv",
                        () -> text("a\n1", 0xD5),
                        Reason.ENCODING,
                        "offset 3"),
                new Case(
                        "GB18030 after a mark of UTF-8",
                        "a.csv",
                        () -> text("\uFEFFa\n", 0xD5, 0xC5),
                        Reason.ENCODING,
                        "mark"),
                new Case(
                        "the same in the header",
                        "a.csv",
                        () -> text("\uFEFFa", 0xD5, 0xC5, '\n'),
                        Reason.ENCODING,
                        "mark"),
                new Case("gzip cut off", "a.gz", () -> Arrays.copyOf(packed(), 60), Reason.NOT_A_TABLE, "cut off"),
                new Case(
                        "gzip without its end",
                        "a.gz",
                        () -> Arrays.copyOf(packed(), packed().length - 1),
                        Reason.NOT_A_TABLE,
                        "cut"),
                new Case(
                        "gzip with something after it",
                        "a.gz",
                        () -> join(packed(), text("x")),
                        Reason.NOT_A_TABLE,
                        "after its end"),
                new Case(
                        "gzip with zeros after it",
                        "a.gz",
                        () -> join(packed(), new byte[512]),
                        Reason.NOT_A_TABLE,
                        "after its end"),
                new Case("gzip that is none", "a.csv.gz", () -> text("a,b\n1,2\n"), Reason.NOT_A_TABLE, "not gzip"),
                new Case("zip as CSV", "a.csv", () -> text("PK\3\4xxxx"), Reason.NOT_A_TABLE, "a zip or .xlsx file"),
                new Case("gzip as CSV", "a.csv", () -> packed(), Reason.NOT_A_TABLE, "a gzip file"),
                new Case(
                        "xlsx in gzip", "a.csv.gz", () -> CsvTableTest.gzip(text("PK\3\4")), Reason.NOT_A_TABLE, "zip"),
                new Case("PDF as CSV", "a.csv", () -> text("%PDF-1.7\n"), Reason.NOT_A_TABLE, "a PDF file"),
                new Case(
                        "cell of 17 million letters",
                        "a.csv",
                        () -> text("a\n" + "x".repeat(17 * MILLION)),
                        Reason.TOO_LARGE,
                        "row 2"),
                new Case(
                        "cell of 6 million Chinese letters",
                        "a.csv",
                        () -> text("a\n" + "贫".repeat(6 * MILLION)),
                        Reason.TOO_LARGE,
                        "2"),
                new Case(
                        "quote closed too late",
                        "a.csv",
                        () -> text("a\n\"" + "x\n".repeat(20 * MILLION) + "\"\n"),
                        Reason.TOO_LARGE,
                        "quotation mark"),
                new Case(
                        "record of 70 million letters",
                        "a.csv",
                        () -> text("a\n" + ("x".repeat(MILLION) + ",").repeat(70)),
                        Reason.TOO_LARGE,
                        "row 2"),
                new Case(
                        "too many columns",
                        "a.csv",
                        () -> text("a" + ",".repeat(20_000)),
                        Reason.TOO_LARGE,
                        "20001 columns"),
                new Case(
                        "gzip bomb of short rows",
                        "a.gz",
                        () -> CsvTableTest.gzip(text("a\n" + "1\n".repeat(40 * MILLION))),
                        Reason.TOO_LARGE,
                        "unpacks"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhy(Case one) throws IOException {
        Path file = Files.write(folder.resolve(one.file), one.content.bytes());
        FileRefusal refusal = refusal(file);
        assertEquals(one.reason, refusal.reason(), refusal::toString);
        assertEquals(file.toString(), refusal.file());
        assertReadable(refusal.message(), file);
        assertTrue(refusal.message().en().contains(one.says), refusal.message().en());
    }

    @Test
    void namesWhatIsNoFile() throws IOException {
        assertEquals(Reason.NOT_FOUND, refusal(folder.resolve("none.csv")).reason());
        assertEquals(Reason.NOT_FOUND, refusal(folder.resolve("none.xlsx")).reason());
        assertEquals(Reason.DIRECTORY, refusal(folder).reason());
        assertEquals(
                Reason.DIRECTORY,
                refusal(Files.createDirectory(folder.resolve("a.xlsx"))).reason());
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertEquals(Reason.UNREADABLE, refusal(device).reason());
        }
    }

    @Test
    void showsOnlyTheStartOfACellAndNoCharacterThatSteersATerminal() throws IOException {
        String name = "\u001B[31m\u202E" + "x".repeat(500);
        Path file = Files.writeString(folder.resolve("a.csv"), name + "," + name + "\n");
        String text = refusal(file).message().en();
        assertTrue(text.contains("\uFFFD[31m\uFFFD" + "x".repeat(Messages.SHOWN_CHARACTERS - 6) + "\""), text);
        assertFalse(text.contains("\u001B") || text.contains("\u202E"), text);
    }

    @Test
    void readsACellOfAMillionCharacters() throws IOException {
        String cell = "贫".repeat(MILLION);
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n" + cell + ",1\n2,2\n");
        Taken taken = new Taken();
        assertInstanceOf(
                TableOutcome.AllRead.class,
                assertInstanceOf(Table.class, Tables.open(file)).read(taken));
        assertEquals(List.of("2: " + cell + "|1", "3: 2|2"), taken.rows);
    }

    @Test
    void hasEveryTextInBothLanguages() throws IOException {
        Properties english = texts("messages_en.properties");
        assertEquals(english.keySet(), texts("messages_zh.properties").keySet());
        assertTrue(english.size() > 40);
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            texts.load(in);
        }
        return texts;
    }

    static void assertReadable(Message message, Path file) {
        for (String text : List.of(message.zh(), message.en())) {
            assertTrue(text.startsWith(file.toString()), text);
            assertFalse(text.contains("Exception") || text.contains("{") || text.contains("\n"), text);
            assertTrue(text.length() < file.toString().length() + 400, text);
        }
        // each says what would be accepted
        assertTrue(message.zh().contains("请") || message.zh().contains("至少"), message.zh());
    }

    private static FileRefusal refusal(Path file) {
        return switch (Tables.open(file)) {
            case FileRefusal refusal -> refusal;
            case Table table -> assertInstanceOf(FileRefusal.class, table.read(new Ignored()));
        };
    }

    private static byte[] packed() throws IOException {
        return CsvTableTest.gzip(text("a,b\n" + "1,2\n".repeat(9999)));
    }

    private static byte[] text(String start, int... more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        for (int value : more) {
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
