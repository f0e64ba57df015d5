package fangpin.tables;

import java.util.List;

/** A file whose header was read. It holds nothing open, and may be read several times. */
public sealed interface Table extends OpenOutcome permits CsvTable, XlsxTable {

    /** The column names in the order of the file, as they stand; only the empty name may be there twice. */
    List<String> header();

    /**
     * Hands all records after the header to {@code handler}, in order. If a {@link FileRefusal} comes back, whatever
     * the handler took must be thrown away. What the handler throws comes out of here unchanged.
     */
    TableOutcome read(RowHandler handler);

    /**
     * Hands the records after the header to several handlers at once: each gets one stretch of the file, in order, on a
     * thread of its own, with row numbers counted from the start of its stretch. Worth it for large plain CSV files.
     *
     * @param handlers one for each part, at least one; {@link RowHandler#restart} is never called
     */
    PartsOutcome readInParts(List<? extends RowHandler> handlers);
}
