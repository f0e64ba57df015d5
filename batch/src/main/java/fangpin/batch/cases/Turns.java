package fangpin.batch.cases;

import java.util.concurrent.CancellationException;

/** Lets threads write in the order of their partitions, so that the same input gives the same bytes. */
final class Turns {
    private int next;
    private boolean stopped;

    /** Waits for a partition's turn, then writes all of it that was not written yet. */
    synchronized void take(int partition, Runnable write) {
        hold(partition, write);
        next++;
        notifyAll();
    }

    /** Waits for a partition's turn, then writes a part of it; it keeps its turn. */
    synchronized void hold(int partition, Runnable write) {
        try {
            while (next != partition && !stopped) {
                wait();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        if (stopped) {
            throw new CancellationException("another thread has failed");
        }
        write.run();
    }

    /** Ends everybody who waits or will: a thread has failed. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
