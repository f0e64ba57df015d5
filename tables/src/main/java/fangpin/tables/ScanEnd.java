package fangpin.tables;

/** How a CSV engine came to its end. */
sealed interface ScanEnd {

    /**
     * All bytes were read.
     *
     * @param lines records and wholly empty lines passed, those before the scan counted
     */
    record Done(long lines) implements ScanEnd {}

    /**
     * A byte that the assumed encoding does not allow.
     *
     * @param offset its place in the (unpacked) file, from 0
     */
    record BadByte(long offset) implements ScanEnd {}

    /**
     * The next line is beyond {@link PlainCsvScanner}: the library reader goes on from here.
     *
     * @param offset where the line begins, from 0
     * @param lines records and wholly empty lines before it
     */
    record NotPlain(long offset, long lines) implements ScanEnd {}

    /** The file is refused. */
    record Refused(FileRefusal refusal) implements ScanEnd {}
}
