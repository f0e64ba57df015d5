package fangpin.tables;

import java.util.List;

/** Takes the rows of a table, in the order of the file. */
public interface RowHandler {

    /**
     * Takes one record after the header.
     *
     * @param row number of the record in the file, the header being 1 and wholly empty lines counted
     * @param cells the record's cells; valid only during the call
     */
    void row(long row, Cells cells);

    /**
     * The file turned out not to be UTF-8 and is read again as GB18030: all rows taken so far must be thrown away.
     *
     * @param header the column names as they read now; they differ from {@link Table#header()} if that held names
     *     outside ASCII
     */
    void restart(List<String> header);
}
