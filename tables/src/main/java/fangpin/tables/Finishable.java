package fangpin.tables;

import java.io.IOException;

/** A writer that has something to add when all rows are in. */
sealed interface Finishable permits CsvTableWriter, XlsxTableWriter {

    /** Writes what is left. Errors: the first one that any writing gave. */
    void finish() throws IOException;
}
