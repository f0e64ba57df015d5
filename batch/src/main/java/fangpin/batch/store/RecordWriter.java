package fangpin.batch.store;

/**
 * Writes one record: variable-length numbers and byte strings. Used again and again by one thread; whoever hands it the room promises
 * that there is enough ({@link #NUMBER_BYTES} and its like say how much each value may take).
 */
public final class RecordWriter {
    /** The most that a number takes; also the most that a string takes beside its own bytes. */
    public static final int NUMBER_BYTES = 10;

    /** How many numbers share one byte that tells their widths. */
    static final int GROUP = 4;

    /** Bytes of a number by its width. Most amounts take three: up to 167,772.15 yuan. */
    static final int[] WIDTH_BYTES = {0, 2, 3, 8};

    static final int THREE = 3;
    static final int FIVE = 5;

    /** A group so long, or longer, has its length in four bytes more. */
    static final int LONG_GROUP = 0xFFFF;

    /** The most that a group takes beside what stands in it. */
    public static final int GROUP_BYTES = Short.BYTES + Integer.BYTES;

    private static final byte[] WIDTHS = widths();

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
        return (count + GROUP - 1) / GROUP + Long.BYTES * count;
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

    /** A whole number below 2^24, three bytes; room for four is needed. */
    public void fixedThree(int number) {
        Bytes.putInt(bytes, at, number);
        at += THREE;
    }

    /** A number, eight bytes. */
    public void fixedLong(long number) {
        Bytes.putLong(bytes, at, number);
        at += Long.BYTES;
    }

    /**
     * Whole numbers, 0 or more, each in no, two, three or eight bytes; before every four of them stands a byte that says in how many.
     * Neither writing nor reading has to guess a branch.
     */
    public void numbers(long[] numbers) {
        for (int from = 0; from < numbers.length; from += GROUP) {
            int header = 0;
            int headerAt = at++;
            int to = Math.min(from + GROUP, numbers.length);
            for (int index = from; index < to; index++) {
                int width = WIDTHS[Long.SIZE - Long.numberOfLeadingZeros(numbers[index])];
                header |= width << (2 * (index - from));
                Bytes.putLong(bytes, at, numbers[index]);
                at += WIDTH_BYTES[width];
            }
            bytes[headerAt] = (byte) header;
        }
    }

    private static byte[] widths() {
        byte[] widths = new byte[Long.SIZE + 1];
        for (int bits = 0; bits < widths.length; bits++) {
            int width = 0;
            while (8 * WIDTH_BYTES[width] < bits) {
                width++;
            }
            widths[bits] = (byte) width;
        }
        return widths;
    }

    /** A whole number below 2^40, five bytes; room for eight is needed. */
    public void fixedFive(long number) {
        Bytes.putLong(bytes, at, number);
        at += FIVE;
    }

    /** A byte string after its length. */
    public void string(byte[] source, int from, int to) {
        int size = to - from;
        number(size);
        Bytes.copy(source, from, bytes, at, size);
        at += size;
    }

    /** Leaves room for a length; {@link #endGroup} fills it in. Returns where it stands. */
    public int beginGroup() {
        at += Short.BYTES;
        return at - Short.BYTES;
    }

    /** Ends what {@link #beginGroup} began: a reader can pass over it whole. */
    public void endGroup(int group) {
        int from = group + Short.BYTES;
        int length = at - from;
        Bytes.putShort(bytes, group, Math.min(length, LONG_GROUP));
        if (length >= LONG_GROUP) {
            System.arraycopy(bytes, from, bytes, from + Integer.BYTES, length);
            Bytes.putInt(bytes, from, length);
            at += Integer.BYTES;
        }
    }
}
