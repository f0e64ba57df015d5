package fangpin.tables;

/**
 * Takes the rows of one result. Nothing appears under the result's name before {@link Outputs#commit()}.
 *
 * <p>Not for use by two threads at once. An error of writing is kept and comes out of {@link Outputs#commit()}; rows
 * written after it are dropped.
 */
public sealed interface TableWriter extends OutputOutcome permits CsvTableWriter, XlsxTableWriter {

    /**
     * Writes whole rows, which are {@code buffer[from] .. buffer[to - 1]} as {@link RowBuffer} formats them: RFC 4180,
     * UTF-8, each row with an LF at its end.
     */
    void writeRows(byte[] buffer, int from, int to);

    /** Writes the rows in {@code rows} and clears it. */
    default void writeRows(RowBuffer rows) {
        writeRows(rows.bytes(), 0, rows.length());
        rows.clear();
    }

    /** Whether writing has failed already, so that going on is of no use. */
    boolean failed();
}
