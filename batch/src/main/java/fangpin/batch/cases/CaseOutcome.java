package fangpin.batch.cases;

import fangpin.kernel.Text;

/** What came of a run over a case file. */
public sealed interface CaseOutcome {
    /**
     * Every row is in exactly one of results and rejects.
     *
     * @param temporaryBytes written to the temporary file
     */
    record Done(long accepted, long rejected, long temporaryBytes) implements CaseOutcome {}

    /** Nothing was done. */
    record Refused(Text message) implements CaseOutcome {}
}
