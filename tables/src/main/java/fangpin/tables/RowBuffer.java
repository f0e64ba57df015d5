package fangpin.tables;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    /** Added to a byte below 0x80, it sets the top bit if the byte is '-' or above. */
    private static final long FROM_DASH = 0x5353535353535353L;

    private static final long ZEROS = 0x3030303030303030L;
    private static final long LAST_DIGIT = 1L << 56;
    private static final long LAST_DIGIT_OF_YUAN = 1L << 40;
    private static final long EIGHT_DIGITS = 100_000_000;
    private static final int FEW_BYTES = 24;

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
            copy(source, from, to - from);
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
        if (fen >= 0 && fen < EIGHT_DIGITS) {
            eightDigitsOfFen((int) fen);
            return this;
        }
        long yuan = fen / 100;
        int cents = (int) Math.abs(fen % 100);
        if (fen < 0 && yuan == 0) {
            bytes[length++] = '-';
        }
        digits(yuan);
        bytes[length] = '.';
        bytes[length + 1] = (byte) ('0' + cents / 10);
        bytes[length + 2] = (byte) ('0' + cents % 10);
        length += 3;
        return this;
    }

    /** Appends the first {@code count} amounts, a cell each. */
    public RowBuffer money(long[] fen, int count) {
        for (int index = 0; index < count; index++) {
            money(fen[index]);
        }
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

    /** Ids are short: eight bytes at once, the last eight of them some for the second time, are sooner copied than a call is made. */
    private void copy(byte[] source, int from, int size) {
        int last = size - Long.BYTES;
        if (last < 0 || last > FEW_BYTES) {
            System.arraycopy(source, from, bytes, length, size);
        } else {
            for (int at = 0; at < last; at += Long.BYTES) {
                EIGHT_BYTES.set(bytes, length + at, (long) EIGHT_BYTES.get(source, from + at));
            }
            EIGHT_BYTES.set(bytes, length + last, (long) EIGHT_BYTES.get(source, from + last));
        }
        length += size;
    }

    private static boolean needsQuotes(byte[] source, int from, int to) {
        int last = to - Long.BYTES;
        if (last < from) {
            return anyNeedsQuotes(source, from, to);
        }
        // a comma, a quotation mark, CR and LF all lie below '-', and most ids have nothing below it
        boolean plain = plainEight(source, last);
        for (int at = from; at < last && plain; at += Long.BYTES) {
            plain = plainEight(source, at);
        }
        return !plain && anyNeedsQuotes(source, from, to);
    }

    private static boolean plainEight(byte[] source, int at) {
        long eight = (long) EIGHT_BYTES.get(source, at);
        return ((((eight & LOW_BITS) + FROM_DASH) | eight) & TOP_BITS) == TOP_BITS;
    }

    private static boolean anyNeedsQuotes(byte[] source, int from, int to) {
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
        if (number >= 0 && number < EIGHT_DIGITS) {
            eightDigits((int) number);
        } else {
            byte[] digits = Long.toString(number).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(digits, 0, bytes, length, digits.length);
            length += digits.length;
        }
    }

    private void eightDigits(int number) {
        long ones = ones(number);
        int dropped = Long.numberOfTrailingZeros(ones | LAST_DIGIT) & ~7;
        EIGHT_BYTES.set(bytes, length, (ones | ZEROS) >>> dropped);
        length += Long.BYTES - dropped / 8;
    }

    /** As {@link #eightDigits}, the last two of them after a point. */
    private void eightDigitsOfFen(int fen) {
        long ones = ones(fen);
        int dropped = Long.numberOfTrailingZeros(ones | LAST_DIGIT_OF_YUAN) & ~7;
        long digits = ones | ZEROS;
        EIGHT_BYTES.set(bytes, length, digits >>> dropped);
        length += Long.BYTES - 2 - dropped / 8;
        bytes[length] = '.';
        bytes[length + 1] = (byte) (digits >>> 48);
        bytes[length + 2] = (byte) (digits >>> 56);
        length += 3;
    }

    /** Eight digits at once, the first in the lowest byte: no loop whose end the processor would have to guess. */
    private static long ones(int number) {
        long fours = (number / 10_000) | ((long) (number % 10_000) << 32);
        long hundreds = ((fours * 10_486) >>> 20) & 0x7F0000007FL;
        long twos = hundreds | ((fours - hundreds * 100) << 16);
        long tens = ((twos * 103) >>> 10) & 0x000F000F000F000FL;
        return tens | ((twos - tens * 10) << 8);
    }
}
