package fangpin.batch.cases;

import fangpin.batch.table.RowBuffer;
import fangpin.packs.explain.RejectedRow;
import org.jspecify.annotations.Nullable;

/** Takes what a run makes: result rows in order of partition, then rejects in order of row. */
public interface CaseSink {
    /**
     * Result rows of the next partition.
     *
     * @param watcher what {@link #watcher} gave for the partition, now complete
     */
    void results(RowBuffer rows, @Nullable CaseWatcher watcher);

    /** The next rejected row, in the order of the file. */
    void reject(RejectedRow row);

    /** A watcher for the cases of one partition; null if nobody wants to see them. */
    @Nullable
    CaseWatcher watcher();
}
