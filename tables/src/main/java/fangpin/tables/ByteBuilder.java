package fangpin.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are collected, used and cleared again and again; never more than a cell may have. */
final class ByteBuilder {

    byte[] bytes = new byte[64];
    int length;

    void clear() {
        length = 0;
    }

    /** False, and nothing done, if that would be more than a cell may have. */
    boolean append(byte[] source, int from, int to) {
        int size = to - from;
        if (!hasRoom(size)) {
            return false;
        }
        System.arraycopy(source, from, bytes, length, size);
        length += size;
        return true;
    }

    void set(String ascii) {
        byte[] source = ascii.getBytes(StandardCharsets.ISO_8859_1);
        clear();
        append(source, 0, source.length);
    }

    private boolean hasRoom(int size) {
        if (size > Limits.CELL_BYTES - length) {
            return false;
        }
        if (bytes.length - length < size) {
            bytes = Arrays.copyOf(bytes, Math.max(length + size, 2 * bytes.length));
        }
        return true;
    }

    /** The bytes as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
