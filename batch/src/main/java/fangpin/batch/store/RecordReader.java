package fangpin.batch.store;

/** Reads what {@link RecordWriter} wrote, one value after the other. */
public final class RecordReader {
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

    /** The next numbers of {@link RecordWriter#numbers}, one into each column at {@code index}. */
    public void numbers(long[][] columns, int index) {
        boolean wide = bytes[at++] != 0;
        for (long[] column : columns) {
            if (wide) {
                column[index] = Bytes.getLong(bytes, at);
                at += Long.BYTES;
            } else {
                column[index] = Bytes.getInt(bytes, at);
                at += Integer.BYTES;
            }
        }
    }

    /** The next eight bytes as a long. */
    public long fixed() {
        long number = Bytes.getLong(bytes, at);
        at += Long.BYTES;
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
        int from = at + Integer.BYTES;
        at = from + Bytes.getInt(bytes, at);
        return from;
    }
}
