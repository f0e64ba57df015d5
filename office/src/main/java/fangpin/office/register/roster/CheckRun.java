package fangpin.office.register.roster;

import fangpin.office.register.ImportProgress;
import java.util.concurrent.atomic.AtomicLong;

/** 检查过程: the check of one file while it runs: how far it came, and whether someone wants it to stop. */
final class CheckRun {
    private final long bytes;
    private final AtomicLong rows = new AtomicLong();
    private volatile boolean cancelled;
    private volatile boolean running = true;

    CheckRun(long bytes) {
        this.bytes = bytes;
    }

    ImportProgress progress() {
        return new ImportProgress(rows.get(), bytes, running);
    }

    void read(long number) {
        rows.lazySet(number);
    }

    void cancel() {
        cancelled = true;
    }

    void end() {
        running = false;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
