package fangpin.batch.store;

/**
 * Writes one record: variable-length numbers and byte strings. Used again and again by one thread; whoever hands it the room promises
 * that there is enough ({@link #NUMBER_BYTES} and its like say how much each value may take).
 */
public final class RecordWriter {
    /** The most that a number takes; also the most that a string takes beside its own bytes. */
    public static final int NUMBER_BYTES = 10;

    private byte[] bytes = {};
    private int start;
    private int at;

    /** Begins a record in these bytes. */
    void onto(byte[] room, int from) {
        bytes = room;
        start = from;
        at = from;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Bytes of the record so far. */
    int length() {
        return at - start;
    }

    /** The most that {@link #numbers} takes. */
    public static int numbersBytes(int count) {
        return 1 + Long.BYTES * count;
    }

    /** A whole number, 0 or more; seven bits a byte, low bits first. */
    public void number(long number) {
        long rest = number;
        while (rest > 0x7F) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    /** A whole number below 2^31, four bytes: faster to read than {@link #number} where lengths would vary. */
    public void fixedInt(int number) {
        Bytes.putInt(bytes, at, number);
        at += Integer.BYTES;
    }

    /** Whole numbers, 0 or more, all of them in four bytes each if they fit, else all in eight. */
    public void numbers(long[] numbers) {
        long all = 0;
        for (long number : numbers) {
            all |= number;
        }
        boolean wide = all >>> 31 != 0;
        bytes[at++] = (byte) (wide ? 1 : 0);
        for (long number : numbers) {
            if (wide) {
                Bytes.putLong(bytes, at, number);
                at += Long.BYTES;
            } else {
                Bytes.putInt(bytes, at, (int) number);
                at += Integer.BYTES;
            }
        }
    }

    /** Any long, eight bytes. */
    public void fixed(long number) {
        Bytes.putLong(bytes, at, number);
        at += Long.BYTES;
    }

    /** A byte string after its length. */
    public void string(byte[] source, int from, int to) {
        int size = to - from;
        number(size);
        System.arraycopy(source, from, bytes, at, size);
        at += size;
    }

    /** Leaves room for a length; {@link #endGroup} fills it in. Returns where it stands. */
    public int beginGroup() {
        at += Integer.BYTES;
        return at - Integer.BYTES;
    }

    /** Ends what {@link #beginGroup} began: a reader can pass over it whole. */
    public void endGroup(int group) {
        Bytes.putInt(bytes, group, at - group - Integer.BYTES);
    }
}
