package fangpin.batch.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Small help with byte strings. */
public final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LETTER_CASE = 0x2020202020202020L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final int FEW_BYTES = 24;

    private Bytes() {}

    static void putShort(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
    }

    static int getShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    static void putInt(byte[] bytes, int at, int value) {
        INTS.set(bytes, at, value);
    }

    static int getInt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    public static void putLong(byte[] bytes, int at, long value) {
        LONGS.set(bytes, at, value);
    }

    public static long getLong(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Copies bytes; short ones eight at once, the last eight of them some for the second time, which is sooner done than a call is made. */
    static void copy(byte[] source, int from, byte[] target, int at, int size) {
        int last = size - Long.BYTES;
        if (last < 0 || last > FEW_BYTES) {
            System.arraycopy(source, from, target, at, size);
            return;
        }
        for (int offset = 0; offset < last; offset += Long.BYTES) {
            LONGS.set(target, at + offset, (long) LONGS.get(source, from + offset));
        }
        LONGS.set(target, at + last, (long) LONGS.get(source, from + last));
    }

    /**
     * A hash that is the same for strings that differ only in ASCII letter case, so that a near miss is found beside what it misses.
     * Equal hashes mean nothing by themselves.
     */
    public static long hash(byte[] bytes, int from, int to) {
        long hash = to;
        hash -= from;
        if (hash < Long.BYTES) {
            return shortHash(bytes, from, to);
        }
        int last = to - Long.BYTES;
        for (int at = from; at < last; at += Long.BYTES) {
            hash = mix(hash ^ ((long) LONGS.get(bytes, at) | LETTER_CASE));
        }
        // the last eight bytes, some of them for the second time: cheaper than going on byte by byte
        return mix(hash ^ ((long) LONGS.get(bytes, last) | LETTER_CASE));
    }

    /** A hash of a number. */
    public static long hash(long number) {
        return mix(number);
    }

    private static long shortHash(byte[] bytes, int from, int to) {
        long tail = 0;
        for (int at = from; at < to; at++) {
            tail = (tail << 8) | (bytes[at] & 0xFFL) | 0x20;
        }
        return mix(tail);
    }

    private static long mix(long value) {
        long mixed = value * MIX;
        mixed ^= mixed >>> 32;
        mixed *= MIX;
        return mixed ^ (mixed >>> 29);
    }

    /** Whether two byte strings are the same but for ASCII letter case. */
    public static boolean equalButForCase(byte[] a, int aFrom, int aTo, byte[] b, int bFrom) {
        for (int offset = 0; offset < aTo - aFrom; offset++) {
            if (lower(a[aFrom + offset]) != lower(b[bFrom + offset])) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
}
