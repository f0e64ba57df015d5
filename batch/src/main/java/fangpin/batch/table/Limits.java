package fangpin.batch.table;

/** Bounds that keep a hostile file from filling memory or time. Honest files stay far below. */
final class Limits {

    /** Bytes of one cell in UTF-8. */
    static final int CELL_BYTES = 16 << 20;

    /** Bytes of all cells of one record in UTF-8. */
    static final int RECORD_BYTES = 64 << 20;

    /** Columns of a table; Excel has as many. Cells of a row beyond are counted, but not kept. */
    static final int COLUMNS = 16_384;

    /** Unpacked bytes from which a file's ratio of unpacking is looked at. */
    static final long RATIO_FROM_BYTES = 64L << 20;

    /** Unpacked bytes that one packed byte may give. Tables of bills give 3 to 30; deflate can give 1,032. */
    static final long RATIO = 250;

    private Limits() {}
}
