package fangpin.office.register.roster;

import fangpin.office.register.ColumnMapping;
import fangpin.office.register.RosterFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * 退回文件: rejected rows as xlsx, in the user's own columns, the wrong cell coloured, and in added columns the line of the file and the
 * reason. Every cell is text; what a spreadsheet would take for a formula begins with an apostrophe, which a later import leaves out.
 */
final class RejectedFile implements Closeable {
    private static final String WRONG = "FFC7CE";
    private static final int MOST_ROWS = (1 << 20) - 1;
    private static final int WIDTH = 20;
    private static final int REASON_WIDTH = 60;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final RosterWords words;
    private final int width;
    private int row = 1;

    RejectedFile(OutputStream target, ColumnMapping mapping, RosterWords words) {
        this.words = words;
        width = mapping.headers().size();
        workbook = new Workbook(target, "Fangpin", "1.0");
        sheet = workbook.newWorksheet(words.of("register.roster.rejected.sheet"));
        for (int i = 0; i < width; i++) {
            sheet.width(i, WIDTH);
            text(0, i, mapping.headers().get(i));
        }
        sheet.width(width + 1, REASON_WIDTH);
        text(0, width, words.of("register.roster.rejected.line"));
        text(0, width + 1, words.of("register.roster.rejected.reason"));
        sheet.freezePane(0, 1);
    }

    void row(long line, List<String> cells, int wrong, RosterFault fault, List<String> arguments) {
        if (row > MOST_ROWS) {
            return;
        }
        for (int i = 0; i < Math.min(cells.size(), width); i++) {
            text(row, i, cells.get(i));
        }
        if (wrong >= 0) {
            sheet.style(row, wrong).fillColor(WRONG).set();
        }
        sheet.inlineString(row, width, Long.toString(line));
        text(row, width + 1, words.of(fault, arguments));
        row++;
    }

    private void text(int line, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(line, column, guarded(text));
        }
    }

    /** The text with an apostrophe before what a spreadsheet would take for a formula; without what XML can't hold. */
    static String guarded(String text) {
        String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
        return !clean.isEmpty() && "=+-@\t\r".indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
    }

    void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
