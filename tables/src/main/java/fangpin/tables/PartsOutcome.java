package fangpin.tables;

import java.util.List;

/** What came of reading a table in parts at once. */
public sealed interface PartsOutcome permits PartsOutcome.PartsRead, PartsOutcome.NotInParts, FileRefusal {

    /**
     * Every record was handed over.
     *
     * @param rowsBefore for each part, what to add to the row numbers that its handler got to have those of the file;
     *     the first is 0
     */
    record PartsRead(List<Long> rowsBefore) implements PartsOutcome {}

    /**
     * This table can't be read so: whatever the handlers took must be thrown away, and {@link Table#read} used. So it
     * is with packed files, xlsx, GB18030, and quotation marks.
     */
    record NotInParts() implements PartsOutcome {}
}
