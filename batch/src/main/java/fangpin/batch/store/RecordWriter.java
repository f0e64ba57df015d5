package fangpin.batch.store;

import java.util.Arrays;

/** Writes one record: variable-length numbers and byte strings. Used again and again by one thread. */
public final class RecordWriter {
    private byte[] bytes = new byte[256];
    private int length;

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    /** A whole number, 0 or more; seven bits a byte, low bits first. */
    public void number(long number) {
        reserve(10);
        long rest = number;
        while (rest > 0x7F) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A whole number below 2^31, four bytes: faster to read than {@link #number} where lengths would vary. */
    public void fixedInt(int number) {
        reserve(Integer.BYTES);
        Bytes.putInt(bytes, length, number);
        length += Integer.BYTES;
    }

    /** Whole numbers, 0 or more, all of them in four bytes each if they fit, else all in eight. */
    public void numbers(long[] numbers) {
        long all = 0;
        for (long number : numbers) {
            all |= number;
        }
        boolean wide = all >>> 31 != 0;
        reserve(1 + Long.BYTES * numbers.length);
        bytes[length++] = (byte) (wide ? 1 : 0);
        for (long number : numbers) {
            if (wide) {
                Bytes.putLong(bytes, length, number);
                length += Long.BYTES;
            } else {
                Bytes.putInt(bytes, length, (int) number);
                length += Integer.BYTES;
            }
        }
    }

    /** Any long, eight bytes. */
    public void fixed(long number) {
        reserve(Long.BYTES);
        Bytes.putLong(bytes, length, number);
        length += Long.BYTES;
    }

    /** A byte string after its length. */
    public void string(byte[] source, int from, int to) {
        int size = to - from;
        number(size);
        reserve(size);
        System.arraycopy(source, from, bytes, length, size);
        length += size;
    }

    private void reserve(int room) {
        if (bytes.length - length < room) {
            bytes = Arrays.copyOf(bytes, Math.max(length + room, 2 * bytes.length));
        }
    }
}
