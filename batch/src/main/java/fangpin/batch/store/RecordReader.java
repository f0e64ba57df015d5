package fangpin.batch.store;

/** Reads what {@link RecordWriter} wrote, one value after the other. After the last record there must be {@link #SLACK_BYTES} more. */
public final class RecordReader {
    /** It reads eight bytes where fewer are meant. */
    public static final int SLACK_BYTES = Long.BYTES;

    private static final long[] WIDTH_MASKS = {0, 0xFFFFL, 0xFF_FFFFL, -1L};
    private static final int THREE_MASK = 0xFF_FFFF;
    private static final long FIVE_MASK = 0xFF_FFFF_FFFFL;

    private final byte[] bytes;
    private int at;

    public RecordReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int at() {
        return at;
    }

    public void moveTo(int position) {
        at = position;
    }

    /** The next whole number. */
    public long number() {
        long number = bytes[at++];
        if (number >= 0) {
            return number;
        }
        number &= 0x7F;
        int shift = 7;
        while (true) {
            long part = bytes[at++];
            number |= (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
            shift += 7;
        }
    }

    /** The next four bytes as a whole number. */
    public int fixedInt() {
        int number = Bytes.getInt(bytes, at);
        at += Integer.BYTES;
        return number;
    }

    /** The next three bytes as a whole number. */
    public int fixedThree() {
        int number = Bytes.getInt(bytes, at) & THREE_MASK;
        at += RecordWriter.THREE;
        return number;
    }

    /** The next eight bytes as a number. */
    public long fixedLong() {
        long number = Bytes.getLong(bytes, at);
        at += Long.BYTES;
        return number;
    }

    /** The next numbers of {@link RecordWriter#numbers}, one into each column at {@code index}. */
    public void numbers(long[][] columns, int index) {
        for (int from = 0; from < columns.length; from += RecordWriter.GROUP) {
            int header = bytes[at++];
            int to = Math.min(from + RecordWriter.GROUP, columns.length);
            for (int column = from; column < to; column++) {
                int width = header & 3;
                columns[column][index] = Bytes.getLong(bytes, at) & WIDTH_MASKS[width];
                at += RecordWriter.WIDTH_BYTES[width];
                header >>= 2;
            }
        }
    }

    /** The next five bytes as a whole number. */
    public long fixedFive() {
        long number = Bytes.getLong(bytes, at) & FIVE_MASK;
        at += RecordWriter.FIVE;
        return number;
    }

    /** Passes a byte string; returns where it begins. It ends at {@link #at()}. */
    public int string() {
        int size = (int) number();
        int from = at;
        at += size;
        return from;
    }

    /** Passes over a group; returns where it begins. It ends at {@link #at()}. */
    public int group() {
        int length = Bytes.getShort(bytes, at);
        int from = at + Short.BYTES;
        if (length == RecordWriter.LONG_GROUP) {
            length = Bytes.getInt(bytes, from);
            from += Integer.BYTES;
        }
        at = from + length;
        return from;
    }
}
