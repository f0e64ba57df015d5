package fangpin.batch.store;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of rows may stay in memory, over all stores of a run. */
public final class MemoryBudget {
    private final AtomicLong left;

    public MemoryBudget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Takes bytes if they are left. */
    boolean take(int bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(int bytes) {
        left.addAndGet(bytes);
    }
}
