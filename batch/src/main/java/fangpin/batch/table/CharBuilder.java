package fangpin.batch.table;

import java.util.Arrays;

/** Characters that are collected, used and cleared again and again. */
final class CharBuilder {

    char[] chars = new char[64];
    int length;

    void clear() {
        length = 0;
    }

    /** False if that would be more than a cell may have. */
    boolean append(char[] source, int from, int count) {
        if (count > Limits.CELL_BYTES - length) {
            return false;
        }
        if (chars.length - length < count) {
            chars = Arrays.copyOf(chars, Math.max(length + count, 2 * chars.length));
        }
        System.arraycopy(source, from, chars, length, count);
        length += count;
        return true;
    }

    void set(String text) {
        length = 0;
        append(text.toCharArray(), 0, text.length());
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
