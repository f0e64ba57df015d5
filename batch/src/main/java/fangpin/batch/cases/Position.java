package fangpin.batch.cases;

/** Where a row stands, in forty bits: the part of the file it was read in, and its row within the part. Earlier rows are smaller. */
final class Position {
    private static final int ROW_BITS = 32;

    private Position() {}

    static long of(int part, long row) {
        if (row > Integer.MAX_VALUE) {
            throw new CannotSettleException(CaseMessages.text("too-many-rows", Integer.MAX_VALUE));
        }
        return (long) part << ROW_BITS | row;
    }

    static int part(long position) {
        return (int) (position >>> ROW_BITS);
    }

    static long row(long position) {
        return position & (1L << ROW_BITS) - 1;
    }
}
