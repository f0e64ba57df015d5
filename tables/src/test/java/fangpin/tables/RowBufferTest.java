package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is formatted eight bytes at once reads as the plain way writes it. */
class RowBufferTest {
    private static final long[] EDGES = {
        0,
        1,
        9,
        10,
        99,
        100,
        101,
        999,
        1_000,
        12_345,
        99_999_99,
        99_999_999,
        100_000_000,
        100_000_001,
        10_000_000_000L,
        Long.MAX_VALUE
    };

    @Test
    void amountsAreYuanWithTwoDecimals() {
        for (long fen : EDGES) {
            assertMoney(fen);
            assertMoney(-fen);
        }
        long seed = Long.getLong("fangpin.seed", System.nanoTime());
        System.out.println("RowBufferTest: replay with -Dfangpin.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            assertMoney(random.nextLong(1L << random.nextInt(1, 62)));
        }
    }

    @Test
    void textOfAnyLengthStaysAsItIs() {
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        RowBuffer rows = new RowBuffer();
        StringBuilder expected = new StringBuilder();
        for (int length = 1; length <= digits.length(); length++) {
            byte[] source = ("#" + digits).getBytes(StandardCharsets.UTF_8);
            rows.text(source, 1, 1 + length).text("x,y").endRow();
            expected.append(digits, 0, length).append(",\"x,y\"\n");
        }
        assertEquals(expected.toString(), text(rows));
    }

    private static void assertMoney(long fen) {
        RowBuffer rows = new RowBuffer();
        rows.text("id").money(fen).endRow();
        assertEquals("id," + BigDecimal.valueOf(fen, 2).toPlainString() + "\n", text(rows));
    }

    private static String text(RowBuffer rows) {
        return new String(rows.bytes(), 0, rows.length(), StandardCharsets.UTF_8);
    }
}
