package fangpin.batch.table;

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
        Arrays.fill(lostDigits, false);
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
