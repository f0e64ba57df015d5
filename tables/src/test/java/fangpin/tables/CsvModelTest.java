package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Holds the library reader against a model of forty lines, character by character, on generated text. One seed can be
 * replayed with {@code -Dfangpin.seed=N}.
 */
class CsvModelTest {

    private static final int RUNS = 3_000;
    private static final List<String> PIECES =
            List.of(",", "\n", "\r\n", "\r", "\"", "\"\"", "\"", "a", "bc", " ", "贫");

    /** What the model finds: records as {@link Taken} shows them, or a quotation mark that stays open. */
    private record Found(List<String> rows, boolean open) {}

    @Test
    void readsWhatTheModelReads() throws IOException {
        Long replayed = Long.getLong("fangpin.seed");
        long first = replayed == null ? new Random().nextLong() : replayed;
        System.out.println("CsvModelTest: first seed " + first);
        for (long seed = first; seed < first + (replayed == null ? RUNS : 1); seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(40);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Taken taken = new Taken();
            ScanEnd end = read(text.toString(), taken);
            assertEquals(model(text.toString()), new Found(taken.rows, end instanceof ScanEnd.Refused), "seed " + seed);
        }
    }

    private static ScanEnd read(String text, Taken taken) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (LibraryCsvReader reader = new LibraryCsvReader(Path.of("x"), in, StandardCharsets.UTF_8, 0, 0)) {
            return reader.read(taken);
        }
    }

    private static Found model(String text) {
        List<String> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        long row = 1;
        boolean quoted = false;
        boolean open = false;
        boolean started = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (open && i < text.length()) {
                boolean mark = c == '"';
                boolean doubled = mark && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (!mark || doubled) {
                    cell.append(c);
                }
                i += doubled ? 1 : 0;
                open = !mark || doubled;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                // a mark after a closed one opens again and stays in the cell
                cell.append(quoted ? "\"" : "");
                quoted = true;
                open = true;
                started = true;
            } else if (c == ',' || c == '\n' || c == '\r') {
                boolean last = i == text.length();
                started |= c == ',' || !cell.isEmpty();
                if (last && (!started || open)) {
                    break;
                }
                cells.add(cell.toString());
                cell.setLength(0);
                quoted = false;
                if (c == ',') {
                    continue;
                }
                if (started) {
                    rows.add((row + ": " + String.join("|", cells))
                            .replace("\r", "\\r")
                            .replace("\n", "\\n"));
                }
                row++;
                cells.clear();
                started = false;
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else {
                cell.append(c);
                started = true;
            }
        }
        return new Found(rows, open);
    }
}
