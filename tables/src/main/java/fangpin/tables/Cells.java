package fangpin.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one record, as UTF-8 bytes in a buffer that is used again for the next record.
 *
 * <p>Valid only until the handler that got it returns: copy what is to be kept. Cell {@code i} is
 * {@code data()[start(i)] .. data()[end(i) - 1]}, without the quotation marks around it and with doubled ones inside it
 * made single. Cells beyond the 16,384th are counted but not kept.
 */
public final class Cells {

    byte[] data = new byte[0];
    int[] start = new int[64];
    int[] end = new int[64];
    int count;
    private int length;
    private boolean[] lostDigits = new boolean[0];

    Cells() {}

    /** Number of cells in the record; it may be more or fewer than the header has. */
    public int count() {
        return count;
    }

    /** The buffer that holds the cells; it changes from record to record. */
    public byte[] data() {
        return data;
    }

    /** Offset of the first byte of cell {@code i}, from 0. */
    public int start(int i) {
        return start[i];
    }

    /** Offset after the last byte of cell {@code i}. */
    public int end(int i) {
        return end[i];
    }

    /** Whether cell {@code i} has no characters, quoted or not. */
    public boolean isEmpty(int i) {
        return start[i] == end[i];
    }

    /** Cell {@code i} as text. */
    public String text(int i) {
        return new String(data, start[i], end[i] - start[i], StandardCharsets.UTF_8);
    }

    /**
     * Whether cell {@code i} is a number of an xlsx file with 16 or more digits before the point: Excel keeps 15, so
     * that an id in such a cell has lost digits. Never so in CSV.
     */
    public boolean lostDigits(int i) {
        return i < lostDigits.length && lostDigits[i];
    }

    void clear() {
        count = 0;
        length = 0;
        Arrays.fill(lostDigits, false);
    }

    /** Bytes of all cells that were put into the buffer since it was cleared. */
    int length() {
        return length;
    }

    /** Appends a cell given as characters; false, and nothing done, if the cell or the record is beyond the limits. */
    boolean add(char[] source, int from, int size) {
        // a character gives at least one byte and at most three
        if (size > Limits.CELL_BYTES) {
            return false;
        }
        reserve(3 * size);
        int end = Utf8.encode(source, from, size, data, length);
        if (end - length > Limits.CELL_BYTES || end > Limits.RECORD_BYTES) {
            return false;
        }
        add(length, end);
        length = end;
        return true;
    }

    /** Appends a cell given as UTF-8; false, and nothing done, if the record would be beyond the limit. */
    boolean add(byte[] source, int from, int to) {
        int at = add(to - from);
        if (at >= 0) {
            System.arraycopy(source, from, data, at, to - from);
        }
        return at >= 0;
    }

    /**
     * Appends a cell of {@code size} bytes and tells where in {@link #data} to put them; -1, and nothing done, if the
     * record is beyond the limit.
     */
    int add(int size) {
        if (size > Limits.RECORD_BYTES - length) {
            return -1;
        }
        reserve(size);
        add(length, length + size);
        length += size;
        return length - size;
    }

    /** Appends empty cells until there are {@code number}, which is at most {@link Limits#COLUMNS}. */
    void padTo(int number) {
        if (number > count) {
            if (number > start.length) {
                start = Arrays.copyOf(start, Math.max(number, 2 * start.length));
                end = Arrays.copyOf(end, start.length);
            }
            Arrays.fill(start, count, number, 0);
            Arrays.fill(end, count, number, 0);
            count = number;
        }
    }

    private void reserve(int size) {
        if (data.length - length < size) {
            data = Arrays.copyOf(data, Math.max(length + size, data.length / 2 * 3));
        }
    }

    /** Appends a cell that stands in {@link #data} already. */
    void add(int from, int to) {
        if (count < Limits.COLUMNS) {
            if (count == start.length) {
                start = Arrays.copyOf(start, 2 * count);
                end = Arrays.copyOf(end, 2 * count);
            }
            start[count] = from;
            end[count] = to;
        }
        count++;
    }

    void markLostDigits(int i) {
        if (i >= lostDigits.length) {
            lostDigits = Arrays.copyOf(lostDigits, i + 16);
        }
        lostDigits[i] = true;
    }
}
