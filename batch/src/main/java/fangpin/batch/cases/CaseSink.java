package fangpin.batch.cases;

import fangpin.packs.explain.RejectedRow;
import fangpin.tables.RowBuffer;
import org.jspecify.annotations.Nullable;

/** Takes what a run makes: result rows in order of partition, then rejects in order of row. */
public interface CaseSink {
    /**
     * Result rows of the next partition, or of the next part of one that is too large to be settled in one go.
     *
     * @param watcher what {@link #watcher} gave; it has seen the cases of these rows
     */
    void results(RowBuffer rows, @Nullable CaseWatcher watcher);

    /** The next rejected row, in the order of the file. */
    void reject(RejectedRow row);

    /** A watcher for the cases that one thread settles; null if nobody wants to see them. */
    @Nullable
    CaseWatcher watcher();
}
