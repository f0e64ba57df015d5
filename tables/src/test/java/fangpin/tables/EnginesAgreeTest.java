package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Holds the scanner against the library reader on generated files, byte for byte. One seed can be replayed with {@code
 * -Dfangpin.seed=N}; {@code -Dfangpin.runs=N} sets how many are tried.
 */
class EnginesAgreeTest {

    private static final int RUNS = Integer.getInteger("fangpin.runs", 3_000);

    /** Pieces of which files are made: what matters to CSV, what is near it, and what is not UTF-8. */
    private static final List<String> PIECES =
            List.of(",", ",", "\n", "\n", "\r\n", "a", "1234567", "-", ".", " ", "#", "+", "!", "\0", "\t", "é", "贫");

    private static final List<String> RARE_PIECES = List.of(
            "\"", "\r", "\uD840\uDC00", "\uFEFF", "\n\n\n", "\"x,\ny\"", "\"\"", "\uDBFF\uDFFF", "\u0800", "\uFFFF");

    private static final List<byte[]> BAD = List.of(
            bytes(0x80),
            bytes(0xC0, 0xAF),
            bytes(0xC3),
            bytes(0xE4, 0xB8),
            bytes(0xE0, 0x9F, 0xBF),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xF0, 0x8F, 0xBF, 0xBF),
            bytes(0xF4, 0x90, 0x80, 0x80),
            bytes(0xF0, 0x9F, 0x98),
            bytes(0xFF),
            bytes(0xF5, 0x80, 0x80, 0x80),
            bytes(0xD5, 0xC5));

    @Test
    void onGeneratedFiles() throws IOException {
        Long replayed = Long.getLong("fangpin.seed");
        long first = replayed == null ? new Random().nextLong() : replayed;
        System.out.println("EnginesAgreeTest: first seed " + first);
        int plain = 0;
        for (long seed = first; seed < first + (replayed == null ? RUNS : 1); seed++) {
            plain += agree(generated(new Random(seed)), "seed " + seed) ? 1 : 0;
        }
        assertTrue(replayed != null || plain > RUNS / 10, "too few files were plain: " + plain);
    }

    @Test
    void onFilesAroundTheSizeOfTheBuffer() throws IOException {
        for (int size = PlainCsvScanner.BUFFER_BYTES - 3; size <= PlainCsvScanner.BUFFER_BYTES + 3; size++) {
            for (String end : List.of("", "\n", "\r\n", "贫\n", "\n\n", "a,b\r")) {
                byte[] content = new byte[size];
                Arrays.fill(content, (byte) 'x');
                content[size / 2] = '\n';
                byte[] tail = end.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(tail, 0, content, size - tail.length, tail.length);
                agree(content, size + " ending in " + end);
                content[size / 2] = ',';
                agree(content, size + " one line ending in " + end);
            }
        }
    }

    /** Asserts that both engines hand over the same, and tells whether the scanner came to the end on its own. */
    private static boolean agree(byte[] content, String what) throws IOException {
        Taken expected = new Taken();
        ScanEnd expectedEnd = library(content, 0, 0, expected);

        Taken actual = new Taken();
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        ScanEnd end = new PlainCsvScanner(in, 0, content.length, 0, actual, () -> false).scan();
        boolean plain = end instanceof ScanEnd.Done;
        if (end instanceof ScanEnd.NotPlain rest) {
            end = library(content, (int) rest.offset(), rest.lines(), actual);
        }
        assertEquals(expectedEnd, end, what);
        // rows before a byte that is not UTF-8 are thrown away, so that it doesn't matter how many came
        if (!(end instanceof ScanEnd.BadByte)) {
            assertEquals(expected.rows, actual.rows, what);
        }
        return plain;
    }

    private static ScanEnd library(byte[] content, int from, long lines, RowHandler handler) throws IOException {
        // only the table drops a byte-order mark: an offset above 0 keeps it for both engines
        ByteArrayInputStream in = new ByteArrayInputStream(content, from, content.length - from);
        try (LibraryCsvReader reader =
                new LibraryCsvReader(Path.of("file.csv"), in, StandardCharsets.UTF_8, from + 1, lines)) {
            ScanEnd end = reader.read(handler);
            return end instanceof ScanEnd.BadByte bad ? new ScanEnd.BadByte(bad.offset() - 1) : end;
        }
    }

    private static byte[] generated(Random random) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int pieces = random.nextInt(200);
        int rare = random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 0;
        List<byte[]> chosen = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            chosen.add(piece(random, random.nextInt(100) < rare));
        }
        if (random.nextInt(6) == 0) {
            chosen.add(random.nextInt(chosen.size() + 1), BAD.get(random.nextInt(BAD.size())));
        }
        chosen.forEach(content::writeBytes);
        return content.toByteArray();
    }

    private static byte[] piece(Random random, boolean rare) {
        List<String> pieces = rare ? RARE_PIECES : PIECES;
        return pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
