package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds our reading of xlsx against the library fastexcel-reader on generated workbooks. One seed can be replayed with
 * {@code -Dfangpin.seed=N}.
 */
class XlsxReadersAgreeTest {

    private static final int RUNS = 40;
    private static final int COLUMNS = 6;
    private static final List<String> FORMATS = List.of("yyyy-mm-dd", "0.00", "d/m/yyyy h:mm", "General");
    private static final List<String> TEXTS = List.of("B1", "贫", "a&b<c>", " x ", "\uD840\uDC00", "12", "2020-01-01");

    @TempDir
    Path folder;

    @Test
    void onGeneratedWorkbooks() throws IOException {
        Long replayed = Long.getLong("fangpin.seed");
        long first = replayed == null ? new Random().nextLong() : replayed;
        System.out.println("XlsxReadersAgreeTest: first seed " + first);
        Path file = folder.resolve("t.xlsx");
        for (long seed = first; seed < first + (replayed == null ? RUNS : 1); seed++) {
            generate(file, new Random(seed));
            Taken taken = new Taken();
            assertInstanceOf(Table.class, Tables.open(file)).read(taken);
            assertEquals(String.join("\n", byLibrary(file)), String.join("\n", taken.rows), "seed " + seed);
        }
    }

    private static void generate(Path file, Random random) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("S");
            for (int column = 0; column < COLUMNS; column++) {
                sheet.value(0, column, "name " + column);
            }
            for (int row = 1; row < 30; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    fill(sheet, row, column, random);
                }
            }
        }
    }

    private static void fill(Worksheet sheet, int row, int column, Random random) {
        int kind = random.nextInt(9);
        switch (kind) {
            case 0 -> sheet.value(row, column, 61 + random.nextInt(3_000_000));
            case 1 -> sheet.value(row, column, (6_100 + random.nextInt(100_000_000)) / 100.0);
            case 2 -> sheet.value(row, column, random.nextDouble() * Math.pow(10, random.nextInt(30) - 10));
            case 3 -> sheet.value(row, column, random.nextLong());
            case 4 -> sheet.value(row, column, random.nextBoolean());
            case 5 -> sheet.value(row, column, TEXTS.get(random.nextInt(TEXTS.size())));
            case 6 -> sheet.inlineString(row, column, TEXTS.get(random.nextInt(TEXTS.size())));
            default -> {
                // left out
            }
        }
        // the library takes the days before March 1900 for others than Excel does
        if (random.nextInt(3) == 0 && kind != 2) {
            sheet.style(row, column)
                    .format(FORMATS.get(random.nextInt(FORMATS.size())))
                    .set();
        }
    }

    private static List<String> byLibrary(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.skip(1).forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < COLUMNS; i++) {
                    cells.add(row.getOptionalCell(i)
                            .map(XlsxReadersAgreeTest::text)
                            .orElse(""));
                }
                if (!String.join("", cells).isEmpty()) {
                    lines.add(row.getRowNum() + ": " + String.join("|", cells));
                }
            });
        }
        return lines;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean() ? "TRUE" : "FALSE";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        double value = cell.asNumber().doubleValue();
        String format = String.valueOf(cell.getDataFormatString());
        if (format.contains("yy") && value >= 0 && value < 2_958_466) {
            String date = cell.asDate().plusNanos(500_000_000).withNano(0).toString();
            return date.replace("T00:00", "").replace('T', ' ')
                    + (date.length() == 16 && !date.endsWith("T00:00") ? ":00" : "");
        }
        String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return Math.abs(value) >= 1e15 ? plain + " (digits lost)" : plain;
    }
}
