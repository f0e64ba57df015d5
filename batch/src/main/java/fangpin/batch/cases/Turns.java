package fangpin.batch.cases;

/** Lets threads write in the order of their partitions, so that the same input gives the same bytes. */
final class Turns {
    private int next;
    private boolean stopped;

    /** Waits for a partition's turn, then writes. */
    synchronized void take(int partition, Runnable write) {
        try {
            while (next != partition && !stopped) {
                wait();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        if (!stopped) {
            write.run();
        }
        next++;
        notifyAll();
    }

    /** Lets everybody go: a thread has failed. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
