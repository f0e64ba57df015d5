package fangpin.packs.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonospaceTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "中文, 4", "'中文 10.00', 10", "（）, 4", "①, 1", "é, 1", "e\u0301, 1", "〔2020〕, 8", "𠮷, 2"})
    void countsColumns(String text, int columns) {
        assertEquals(columns, Monospace.width(text));
    }

    @Test
    void alignsChineseAndWesternCells() {
        List<String> lines = new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT)
                .row("医疗救助", "1,000.00")
                .row("Self", "9.99")
                .lines(2);
        assertEquals(List.of("  医疗救助  1,000.00", "  Self          9.99"), lines);
    }

    @Test
    void wrapsWithinThePageAndNeverBeginsALineWithPunctuation() {
        String text = "基本医疗保险、大病保险，医疗机构减免。".repeat(20);
        List<String> lines = Monospace.wrap(text, 4);
        assertTrue(lines.size() > 1);
        assertEquals(text, String.join("", lines.stream().map(String::strip).toList()));
        for (String line : lines) {
            assertTrue(Monospace.width(line) <= Monospace.PAGE, line);
            assertTrue("、，。".indexOf(line.strip().charAt(0)) < 0, line);
        }
    }

    @Test
    void keepsAWordWhole() {
        String word = "c".repeat(92);
        assertEquals(List.of("    aaa", "    " + word, "    b"), Monospace.wrap("aaa " + word + " b", 4));
    }
}
