package fangpin.batch.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Formats result rows as CSV bytes: UTF-8, commas, an LF after each row, cells in quotation marks only where they hold
 * a comma, a quotation mark, CR or LF. Everything else stays byte for byte.
 *
 * <p>One thread fills one buffer; several buffers may be filled at once and written one after the other.
 */
public final class RowBuffer {

    private static final byte[] EMPTY_CELL = {'"', '"'};

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int rowStart;
    private int cellsInRow;

    /** An empty buffer. */
    public RowBuffer() {}

    /** The formatted bytes; valid up to {@link #length()} and until the next change. */
    public byte[] bytes() {
        return bytes;
    }

    /** Number of formatted bytes. */
    public int length() {
        return length;
    }

    /** Forgets all rows. */
    public void clear() {
        length = 0;
        rowStart = 0;
        cellsInRow = 0;
    }

    /** Appends a cell that is given as UTF-8: {@code source[from] .. source[to - 1]}. */
    public RowBuffer text(byte[] source, int from, int to) {
        nextCell(2 * (to - from) + 2);
        if (needsQuotes(source, from, to)) {
            quoted(source, from, to);
        } else {
            System.arraycopy(source, from, bytes, length, to - from);
            length += to - from;
        }
        return this;
    }

    /** Appends a cell of text. */
    public RowBuffer text(String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        return text(source, 0, source.length);
    }

    /** Appends cell {@code i} of a row that was read, byte for byte. */
    public RowBuffer text(Cells cells, int i) {
        return text(cells.data(), cells.start(i), cells.end(i));
    }

    /** Appends an amount, given in fen, as yuan with two decimals. */
    public RowBuffer money(long fen) {
        nextCell(24);
        long yuan = fen / 100;
        int cents = (int) Math.abs(fen % 100);
        if (fen < 0 && yuan == 0) {
            bytes[length++] = '-';
        }
        digits(yuan);
        bytes[length++] = '.';
        bytes[length++] = (byte) ('0' + cents / 10);
        bytes[length++] = (byte) ('0' + cents % 10);
        return this;
    }

    /** Appends a whole number. */
    public RowBuffer number(long number) {
        nextCell(20);
        digits(number);
        return this;
    }

    /** Ends the row. */
    public void endRow() {
        reserve(3);
        if (cellsInRow == 1 && length == rowStart) {
            // a wholly empty line would be no row at all
            System.arraycopy(EMPTY_CELL, 0, bytes, length, 2);
            length += 2;
        }
        bytes[length++] = '\n';
        rowStart = length;
        cellsInRow = 0;
    }

    private void nextCell(int room) {
        reserve(room + 1);
        if (cellsInRow++ > 0) {
            bytes[length++] = ',';
        }
    }

    private void reserve(int room) {
        if (bytes.length - length < room) {
            bytes = Arrays.copyOf(bytes, Math.max(length + room, Math.multiplyExact(bytes.length, 2)));
        }
    }

    private static boolean needsQuotes(byte[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = source[i];
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private void quoted(byte[] source, int from, int to) {
        bytes[length++] = '"';
        for (int i = from; i < to; i++) {
            if (source[i] == '"') {
                bytes[length++] = '"';
            }
            bytes[length++] = source[i];
        }
        bytes[length++] = '"';
    }

    private void digits(long number) {
        if (number < 0) {
            byte[] digits = Long.toString(number).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(digits, 0, bytes, length, digits.length);
            length += digits.length;
            return;
        }
        int size = 1;
        for (long bound = 10; size < 19 && number >= bound; bound *= 10) {
            size++;
        }
        length += size;
        int at = length;
        long rest = number;
        for (; rest > Integer.MAX_VALUE; rest /= 10) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
        // most numbers get here at once, and dividing ints is faster
        for (int small = (int) rest; ; small /= 10) {
            bytes[--at] = (byte) ('0' + small % 10);
            if (small < 10) {
                return;
            }
        }
    }
}
