package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    /** A file, and what its rows are as {@link Taken} shows them. */
    record Case(String name, String content, String rows) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("LF", "a,b\n1,2\n3,4\n", "2: 1|2 / 3: 3|4"),
                new Case("CRLF", "a,b\r\n1,2\r\n", "2: 1|2"),
                new Case("lone CR ends a record too", "a,b\r1,2\r3,4", "2: 1|2 / 3: 3|4"),
                new Case("no line end at the end", "a,b\n1,2", "2: 1|2"),
                new Case("header only", "a,b\n", ""),
                new Case("header without line end", "a,b", ""),
                new Case("empty lines are counted", "a,b\n\n\n1,2\n\n3,4\n\n", "4: 1|2 / 6: 3|4"),
                new Case("empty lines before the header", "\n\na,b\n1,2\n", "4: 1|2"),
                new Case("an empty quoted cell is a record", "a\n\"\"\n1\n", "2:  / 3: 1"),
                new Case("quoted comma, quote", "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n", "2: x,y|say \"hi\""),
                new Case("quoted line ends", "a,b\n\"l1\nl2\",\"l1\r\nl2\"\nx,y\n", "2: l1\\nl2|l1\\r\\nl2 / 3: x|y"),
                new Case("quoted CR in the last cell", "a,b\n1,\"x\ry\"\n2,z\n", "2: 1|x\\ry / 3: 2|z"),
                new Case("a quote inside a cell is literal", "a,b\n5\" pipe,x\"y\"\n", "2: 5\" pipe|x\"y\""),
                new Case("characters after a closing quote", "a,b\n\"x\"y,2\n", "2: xy|2"),
                new Case("empty cells", "a,b,c\n,x,\n,,\n", "2: |x| / 3: ||"),
                new Case("more and fewer cells", "a,b\n1\n1,2,3\n", "2: 1 / 3: 1|2|3"),
                new Case("no trimming", "a,b\n 1 ,\t2\n", "2:  1 |\t2"),
                new Case("a line of a space is a record", "a\n \n", "2:  "),
                new Case("NUL is a character", "a,b\n1\0x,2\n", "2: 1\0x|2"),
                new Case("every plane of Unicode", "a,b\né,\uD840\uDC00\n", "2: é|\uD840\uDC00"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsRows(Case one) throws IOException {
        byte[] bytes = one.content.getBytes(StandardCharsets.UTF_8);
        assertEquals(one.rows, rows("plain.csv", bytes).text());
        assertEquals(one.rows, rows("packed.csv.gz", gzip(bytes)).text());
    }

    @Test
    void dropsTheByteOrderMark() throws IOException {
        Path file = write("bom.csv", "\uFEFF编号,b\n甲,2\n".getBytes(StandardCharsets.UTF_8));
        Table table = assertInstanceOf(Table.class, Tables.open(file));
        assertEquals(List.of("编号", "b"), table.header());
        assertEquals("2: 甲|2", read(table).text());
    }

    @Test
    void readsGb18030FromTheStartIfTheHeaderIsNotUtf8() throws IOException {
        Taken taken = rows("gb.csv", "账单号,姓名\nB1,\uD840\uDC00㐀\n".getBytes(GB18030));
        assertEquals("2: B1|\uD840\uDC00㐀", taken.text());
        assertEquals(0, taken.restarts);
    }

    @Test
    void startsAgainAsGb18030AtTheFirstByteThatIsNotUtf8() throws IOException {
        Taken taken = rows("late.csv", "id,name\nB1,x\nB2,张三\n".getBytes(GB18030));
        assertEquals("2: B1|x / 3: B2|张三", taken.text());
        assertEquals(1, taken.restarts);
        assertEquals(List.of("id", "name"), taken.headerAfterRestart);
    }

    private Taken rows(String name, byte[] bytes) throws IOException {
        return read(assertInstanceOf(Table.class, Tables.open(write(name, bytes))));
    }

    private static Taken read(Table table) {
        Taken taken = new Taken();
        assertInstanceOf(TableOutcome.AllRead.class, table.read(taken));
        return taken;
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
