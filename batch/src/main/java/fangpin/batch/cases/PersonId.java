package fangpin.batch.cases;

import fangpin.batch.store.Bytes;

/** 身份证号: ids of seventeen digits and a digit or X, as nearly all are, in the eight bytes of a number. */
final class PersonId {
    /** No such id: its own characters stand for it. */
    static final long NONE = -1;

    private static final int BYTES = 18;
    private static final int EIGHT = 8;
    private static final int CHECKS = 11;
    private static final int X = 10;

    private PersonId() {}

    /** The number of an id, the same for x as for X; {@link #NONE} of every other text. */
    static long number(byte[] bytes, int from, int to) {
        if (to - from != BYTES) {
            return NONE;
        }
        long first = Bytes.getLong(bytes, from);
        long second = Bytes.getLong(bytes, from + EIGHT);
        int seventeenth = bytes[from + 2 * EIGHT] - '0';
        int last = bytes[to - 1];
        int check = last == 'X' || last == 'x' ? X : last - '0';
        boolean good = CellValues.allDigits(first)
                && CellValues.allDigits(second)
                && seventeenth >= 0
                && seventeenth <= 9
                && check >= 0
                && check <= X
                && last != ':';
        return good
                ? ((CellValues.number(first) * 100_000_000 + CellValues.number(second)) * 10 + seventeenth) * CHECKS
                        + check
                : NONE;
    }

    /** The number of an id if the id can be told from it: one with a small x is another id than the one with X. */
    static long exact(long number, byte[] bytes, int to) {
        return bytes[to - 1] == 'x' ? NONE : number;
    }

    /** A hash of an id and its {@link #number}, the same for ids that differ only in letter case. */
    static long hash(long number, byte[] bytes, int from, int to) {
        return number == NONE ? Bytes.hash(bytes, from, to) : Bytes.hash(number);
    }

    /** The id of a number. */
    static byte[] text(long number) {
        byte[] text = new byte[BYTES];
        int check = (int) (number % CHECKS);
        text[BYTES - 1] = (byte) (check == X ? 'X' : '0' + check);
        long rest = number / CHECKS;
        for (int at = BYTES - 2; at >= 0; at--) {
            text[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return text;
    }
}
