package fangpin.batch.table;

import java.util.List;

/** A file whose header was read. It holds nothing open, and may be read several times. */
public sealed interface Table extends OpenOutcome permits CsvTable {

    /** The column names in the order of the file, as they stand; only the empty name may be there twice. */
    List<String> header();

    /**
     * Hands all records after the header to {@code handler}, in order. If a {@link FileRefusal} comes back, whatever
     * the handler took must be thrown away. What the handler throws comes out of here unchanged.
     */
    TableOutcome read(RowHandler handler);
}
