package fangpin.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes rows into the only sheet of a workbook: amounts as numbers with two decimals, everything else as text. */
final class XlsxTableWriter implements TableWriter, Finishable {

    /** Digits that Excel keeps of a number. */
    private static final int KEPT_DIGITS = 15;

    /** Rows that are styled and given to the file together. */
    private static final int BLOCK = 512;

    /** Column widths in characters: an id number or an amount fits. */
    private static final int TEXT_WIDTH = 22;

    private static final int NUMBER_WIDTH = 14;

    private final Path target;
    private final List<Column> columns;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;
    private int blockStart;
    private byte[] cell = new byte[256];
    private @Nullable IOException error;

    private XlsxTableWriter(Path target, List<Column> columns, OutputStream out) {
        this.target = target;
        this.columns = columns;
        this.workbook = new Workbook(out, "Fangpin", "1.0");
        this.sheet = workbook.newWorksheet("Sheet1");
    }

    static XlsxTableWriter begin(Path target, List<Column> columns, OutputStream out) {
        XlsxTableWriter writer = new XlsxTableWriter(target, columns, out);
        for (int i = 0; i < columns.size(); i++) {
            // stated, because the library's guess changes from run to run
            writer.sheet.width(i, columns.get(i).kind() == Column.Kind.TEXT ? TEXT_WIDTH : NUMBER_WIDTH);
            writer.text(i, columns.get(i).name());
        }
        writer.row = 1;
        writer.blockStart = 1;
        return writer;
    }

    @Override
    public void writeRows(byte[] buffer, int from, int to) {
        try {
            int at = from;
            while (at < to && error == null) {
                at = writeRow(buffer, at);
            }
        } catch (IOException e) {
            error = e;
        }
    }

    /** Writes the row that begins at {@code at}, and returns where the next one begins. */
    private int writeRow(byte[] buffer, int at) throws IOException {
        if (row == Limits.SHEET_ROWS) {
            throw new RefusalException(FileRefusal.of(Reason.TOO_LARGE, "sheet-full", target, Limits.SHEET_ROWS));
        }
        for (int column = 0; ; column++) {
            int length = 0;
            boolean quoted = buffer[at] == '"';
            if (quoted) {
                at++;
            }
            for (; ; at++) {
                byte b = buffer[at];
                if (quoted && b == '"') {
                    if (buffer[++at] != '"') {
                        break;
                    }
                } else if (!quoted && (b == ',' || b == '\n')) {
                    break;
                }
                if (length == cell.length) {
                    cell = Arrays.copyOf(cell, 2 * length);
                }
                cell[length++] = b;
            }
            writeCell(column, new String(cell, 0, length, StandardCharsets.UTF_8));
            if (buffer[at++] == '\n') {
                endRow();
                return at;
            }
        }
    }

    private void writeCell(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean number = columns.get(column).kind() != Column.Kind.TEXT && text.length() <= KEPT_DIGITS;
        if (number) {
            sheet.value(row, column, new BigDecimal(text));
        } else {
            text(column, text);
        }
    }

    private void text(int column, String text) {
        // the plain form of a text would lose the spaces at its ends
        sheet.inlineString(
                row,
                column,
                RichText.builder().run(XlsxText.escaped(text)).end().build());
    }

    private void endRow() throws IOException {
        row++;
        if (row - blockStart == BLOCK) {
            endBlock();
        }
    }

    private void endBlock() throws IOException {
        if (row == blockStart) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Column.Kind.MONEY) {
                sheet.range(blockStart, i, row - 1, i).style().format("0.00").set();
            }
        }
        sheet.flush();
        blockStart = row;
    }

    @Override
    public boolean failed() {
        return error != null;
    }

    @Override
    public void finish() throws IOException {
        if (error != null) {
            throw error;
        }
        endBlock();
        workbook.finish();
    }
}
