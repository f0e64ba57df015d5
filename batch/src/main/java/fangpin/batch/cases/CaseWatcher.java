package fangpin.batch.cases;

import fangpin.kernel.settlement.CaseInput;

/** Sees the cases that one thread settles, in the order of settlement, for explanation. */
public interface CaseWatcher {
    /**
     * A case of an account, a person's or a household's; its cases come one after the other.
     *
     * @param accepted false if the case only counts in the running sums (reading R15)
     */
    void settle(CaseInput input, boolean accepted);

    /** Whether it holds so much that the sink should write it before the partition goes on. */
    default boolean isFull() {
        return false;
    }
}
