package fangpin.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one worksheet. */
final class SheetReader {

    private final Path file;
    private final XmlReader xml;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final boolean from1904;
    private final long mostBytes;
    private final Cells cells = new Cells();
    private final ByteBuilder text = new ByteBuilder();
    private boolean inRows;
    private int row;
    private int width;
    private long bytes;

    /** @param packedBytes size of the file; cells may have so many bytes more as {@link Limits#RATIO} allows */
    SheetReader(
            Path file, XmlReader xml, SharedStrings strings, CellFormats formats, boolean from1904, long packedBytes) {
        this.file = file;
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.from1904 = from1904;
        this.mostBytes = Math.max(Limits.SHARED_STRING_BYTES, packedBytes * Limits.RATIO);
    }

    /** Goes to the next row that has a cell with characters in it; the first one's last cell sets the width. */
    boolean next() throws IOException {
        if (!inRows) {
            inRows = xml.nextStart("sheetData", "worksheet");
        }
        while (inRows && xml.nextStart("row", "sheetData")) {
            row = number(xml.attribute("r"), row + 1);
            readRow();
            if (cells.count > 0) {
                width = width == 0 ? cells.count : width;
                cells.padTo(width);
                // few texts can be shared by very many cells
                bytes += cells.length();
                if (bytes > mostBytes) {
                    throw tooLarge("unpacks-too-large-xlsx", mostBytes >> 20);
                }
                return true;
            }
        }
        return false;
    }

    /** The row's number in the sheet, from 1; after the last row, that one's. */
    int row() {
        return row;
    }

    Cells cells() {
        return cells;
    }

    private int number(@Nullable String given, int least) throws IOException {
        int number = least;
        if (given != null) {
            try {
                number = Integer.parseInt(given);
            } catch (NumberFormatException e) {
                throw new IOException(e);
            }
        }
        if (number < least || number > Limits.SHEET_ROWS) {
            throw new IOException("rows out of order");
        }
        return number;
    }

    private void readRow() throws IOException {
        cells.clear();
        int column = -1;
        while (true) {
            switch (xml.next()) {
                case START -> {
                    if (xml.name().equals("c")) {
                        column = column(xml.attribute("r"), column + 1);
                        readCell(column);
                    }
                }
                case END -> {
                    if (xml.name().equals("row")) {
                        return;
                    }
                }
                case TEXT -> {}
                case FINISH -> throw new IOException("cut off");
            }
        }
    }

    /** The column, from 0, of a reference such as {@code AB12}. */
    private static int column(@Nullable String reference, int least) throws IOException {
        int column = least + 1;
        if (reference != null) {
            column = 0;
            for (int i = 0; i < reference.length() && column <= Limits.COLUMNS; i++) {
                char c = reference.charAt(i);
                if (c < 'A' || c > 'Z') {
                    break;
                }
                column = column * 26 + (c - 'A' + 1);
            }
        }
        if (column <= least || column > Limits.COLUMNS) {
            throw new IOException("columns out of order");
        }
        return column - 1;
    }

    private void readCell(int column) throws IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        text.clear();
        boolean inValue = false;
        while (true) {
            switch (xml.next()) {
                case START -> {
                    inValue = xml.name().equals("v");
                    if (inValue || xml.name().equals("is")) {
                        text.clear();
                    }
                    if (xml.name().equals("is")) {
                        XlsxText.readRuns(xml, "is", text);
                    }
                }
                case TEXT -> {
                    if (inValue) {
                        xml.appendText(text);
                    }
                }
                case END -> {
                    inValue = false;
                    if (xml.name().equals("c")) {
                        if (text.length > 0) {
                            endCell(column, type == null ? "n" : type, style);
                        }
                        return;
                    }
                }
                case FINISH -> throw new IOException("cut off");
            }
        }
    }

    private void endCell(int column, String type, @Nullable String style) throws IOException {
        switch (type) {
            case "s" -> addShared(column);
            case "n" -> {
                boolean date = style != null && formats.isDate(number(style, 0));
                boolean lost = date ? XlsxValues.makeDate(text, from1904) : XlsxValues.makeDecimal(text);
                add(column);
                if (lost) {
                    cells.markLostDigits(column);
                }
            }
            case "b" -> {
                if (text.length == 1) {
                    text.set(text.bytes[0] == '0' ? "FALSE" : "TRUE");
                }
                add(column);
            }
            case "d" -> {
                // a date as text; the midnight that some programs add says nothing
                byte[] date =
                        text.toString().replaceFirst("T00:00:00(\\.0+)?Z?$", "").getBytes(StandardCharsets.UTF_8);
                text.clear();
                text.append(date, 0, date.length);
                add(column);
            }
            case "str" -> {
                XlsxText.unescape(text);
                add(column);
            }
            case "inlineStr", "e" -> add(column);
            default -> throw new IOException("unknown type of cell");
        }
    }

    private void add(int column) throws IOException {
        cells.padTo(column);
        if (!cells.add(text.bytes, 0, text.length)) {
            throw tooLarge("record-too-large", row);
        }
    }

    private void addShared(int column) throws IOException {
        int index;
        try {
            index = Integer.parseInt(text.toString());
        } catch (NumberFormatException e) {
            throw new IOException(e);
        }
        if (index < 0) {
            throw new IOException("no such text");
        }
        int size = strings.size(index);
        if (size == 0) {
            return;
        }
        cells.padTo(column);
        int at = cells.add(size);
        if (at < 0) {
            throw tooLarge("record-too-large", row);
        }
        strings.copy(index, cells.data, at);
    }

    private RefusalException tooLarge(String key, Object argument) {
        return new RefusalException(FileRefusal.of(Reason.TOO_LARGE, key, file, argument));
    }
}
