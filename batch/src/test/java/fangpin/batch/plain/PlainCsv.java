package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;

/** RFC 4180 text, already decoded, to records and back. */
public final class PlainCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final List<PlainRecord> records = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private boolean cellWasQuoted = false;
    private int row = 1;

    private PlainCsv(String text) {
        this.text = text;
    }

    /**
     * All records with their numbers; wholly empty lines are left out but counted.
     *
     * @throws PlainRefusal when a quote is never closed
     */
    public static List<PlainRecord> parse(String text) {
        PlainCsv parser = new PlainCsv(text);
        parser.readAll();
        return parser.records;
    }

    /** One line of output without its line end; a cell is quoted only where it must be. */
    public static String line(List<String> cells) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean mustQuote = cell.contains(",") || cell.contains("\"") || cell.contains("\n") || cell.contains("\r");
            written.add(mustQuote ? quoted(cell) : cell);
        }
        return String.join(",", written);
    }

    /** The cell between quotes, each quote inside doubled. */
    public static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private void readAll() {
        int position = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        while (position < text.length()) {
            char character = text.charAt(position);
            if (character == '"' && cell.isEmpty() && !cellWasQuoted) {
                position = readQuoted(position + 1);
            } else if (character == ',') {
                endCell();
                position++;
            } else if (character == '\n') {
                endRecord();
                position++;
            } else if (character == '\r' && position + 1 < text.length() && text.charAt(position + 1) == '\n') {
                endRecord();
                position += 2;
            } else {
                // A quote or a lone carriage return inside an unquoted cell stands for itself: nothing is trimmed.
                cell.append(character);
                position++;
            }
        }
        endRecord();
    }

    /** Reads from behind an opening quote; answers the position behind the closing one. */
    private int readQuoted(int start) {
        cellWasQuoted = true;
        int position = start;
        while (position < text.length()) {
            char character = text.charAt(position);
            boolean doubled = position + 1 < text.length() && text.charAt(position + 1) == '"';
            if (character == '"' && doubled) {
                cell.append('"');
                position += 2;
            } else if (character == '"') {
                return position + 1;
            } else {
                cell.append(character);
                position++;
            }
        }
        throw new PlainRefusal("a quote is never closed", row);
    }

    private void endCell() {
        cells.add(cell.toString());
        cell = new StringBuilder();
        cellWasQuoted = false;
    }

    private void endRecord() {
        boolean whollyEmpty = cells.isEmpty() && cell.isEmpty() && !cellWasQuoted;
        if (!whollyEmpty) {
            endCell();
            records.add(new PlainRecord(row, cells));
            cells = new ArrayList<>();
        }
        row++;
    }
}
