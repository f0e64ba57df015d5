package fangpin.tables;

import java.nio.file.Path;
import java.util.Locale;

/**
 * 逐行: a file read from its first line on, of which none is held to be the header: above the header of a roster often
 * stand a title and a date. It holds nothing open, and may be read several times.
 */
public sealed interface Lines extends LinesOutcome permits CsvLines, XlsxLines, XlsLines {

    /**
     * Opens {@code file}. The name tells the kind, in either case of letters: {@code .xlsx}; {@code .xls}; {@code .gz}
     * for gzipped CSV; anything else is CSV, which is read through once for its encoding.
     */
    static LinesOutcome open(Path file) {
        FileRefusal unfit = Tables.unfit(file);
        if (unfit != null) {
            return unfit;
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return XlsxTable.openLines(file);
        }
        return name.endsWith(".xls")
                ? XlsLines.open(file)
                : CsvTable.openLines(new CsvFile(file, name.endsWith(".gz")));
    }

    /**
     * Hands all lines with a character in them to {@code handler}, in order, numbered as in the file from 1;
     * {@link RowHandler#restart} is never called. If a {@link FileRefusal} comes back, whatever the handler took must be
     * thrown away. What the handler throws comes out of here unchanged.
     */
    TableOutcome read(RowHandler handler);

    /** Whether lines may have fewer cells than the header: spreadsheets leave out empty ones at the end, CSV does not. */
    boolean shortens();

    /** Whether the text is GB18030, which accepts so many bytes that text of another encoding may hide in it. */
    boolean inGb18030();
}
