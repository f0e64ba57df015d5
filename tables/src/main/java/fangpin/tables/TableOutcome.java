package fangpin.tables;

/** What came of reading a table to its end. */
public sealed interface TableOutcome permits TableOutcome.AllRead, FileRefusal {

    /**
     * Every record was handed over.
     *
     * @param rows number of the file's last row, the header and wholly empty lines counted
     */
    record AllRead(long rows) implements TableOutcome {}
}
