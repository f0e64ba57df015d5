package fangpin.batch.cases;

/**
 * How much memory a run takes, and how it cuts its work up.
 *
 * @param memoryBytes of rows that stay in memory; more go to the temporary file
 * @param loadedBytes of one stream of rows that are loaded at once; a longer one is worked through piece by piece
 * @param wholeBytes of what can only be loaded whole: the members of one partition, the rejects of neighbouring rows
 * @param partitionBytes of a case file that make a partition
 * @param readers how many threads read one file
 */
record Room(long memoryBytes, int loadedBytes, int wholeBytes, long partitionBytes, int readers) {
    /** A partition of two megabytes is sorted and settled within the processor's cache. */
    static final Room USUAL = new Room(144L << 20, 16 << 20, 1 << 30, 2 << 20, Workers.COUNT);

    Room withPartitionsOf(long bytes) {
        return new Room(memoryBytes, loadedBytes, wholeBytes, bytes, readers);
    }

    /** The size of what must be loaded whole; refuses if that is too much. */
    int whole(long bytes) {
        if (bytes > wholeBytes) {
            throw new CannotSettleException(CaseMessages.text("too-much-at-once", bytes, wholeBytes));
        }
        return (int) bytes;
    }
}
