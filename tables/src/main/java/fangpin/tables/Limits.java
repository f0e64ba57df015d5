package fangpin.tables;

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

    /** Unpacked bytes of all parts of an xlsx file. A million rows of twelve columns are about 700 MB. */
    static final long UNPACKED_BYTES = 4L << 30;

    /** Bytes of the list of entries with which a zip file ends. */
    static final long ZIP_LIST_BYTES = 4 << 20;

    /** Entries of a zip file. */
    static final int ZIP_ENTRIES = 10_000;

    /** Texts that the cells of a workbook share. */
    static final int SHARED_STRINGS = 1 << 24;

    /** Bytes of these texts in UTF-8; they stay in memory while the sheet is read. */
    static final int SHARED_STRING_BYTES = 256 << 20;

    /** Rows of a sheet; Excel opens no more. */
    static final int SHEET_ROWS = 1 << 20;

    private Limits() {}
}
