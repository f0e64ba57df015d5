package fangpin.batch.cases;

import fangpin.tables.Cells;
import fangpin.tables.RowHandler;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Says on a terminal how far a run is; silent elsewhere. */
public final class Progress implements AutoCloseable {
    private static final long EVERY_MILLIS = 250;
    private static final int COUNTED_AT_ONCE = 8192;

    private final @Nullable PrintStream terminal;
    private final LongAdder rows = new LongAdder();
    private volatile String stage = "";
    private volatile double settled;
    /** How many rows both files are likely to have; 0 if nobody knows. */
    private volatile long expectedRows;

    private volatile boolean closed;
    private long began;

    private Progress(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Progress that nobody sees. */
    public static Progress silent() {
        return new Progress(null);
    }

    /** Progress on a terminal. */
    public static Progress on(PrintStream terminal) {
        Progress progress = new Progress(terminal);
        progress.began = System.nanoTime();
        Thread.ofPlatform().daemon().name("fangpin-progress").start(progress::show);
        return progress;
    }

    void begin(String name) {
        stage = name;
    }

    void expect(long expected) {
        expectedRows = expected;
    }

    void done(int piece, int of) {
        settled = Math.max(settled, (piece + 1.0) / of);
    }

    /** A handler that counts the rows on their way. */
    RowHandler counting(RowHandler handler) {
        if (terminal == null) {
            return handler;
        }
        return new RowHandler() {
            private int counted;

            @Override
            public void row(long row, Cells cells) {
                if (++counted == COUNTED_AT_ONCE) {
                    rows.add(counted);
                    counted = 0;
                }
                handler.row(row, cells);
            }

            @Override
            public void restart(List<String> header) {
                handler.restart(header);
            }
        };
    }

    private void show() {
        while (!closed && terminal != null) {
            double seconds = (System.nanoTime() - began) / 1e9;
            long count = rows.sum();
            terminal.printf(
                    Locale.ROOT,
                    "\r%-9s %,d rows, %,.0f rows/s%s   ",
                    stage,
                    count,
                    count / Math.max(seconds, 0.01),
                    timeLeft(seconds, count));
            terminal.flush();
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** Reading the rows and settling them take about as long as each other. */
    private String timeLeft(double seconds, long count) {
        double done = count + settled * expectedRows;
        if (expectedRows == 0 || done < COUNTED_AT_ONCE) {
            return "";
        }
        double left = seconds * Math.max(0, 2.0 * expectedRows - done) / done;
        return String.format(Locale.ROOT, ", %.0f s left", left);
    }

    @Override
    public void close() {
        closed = true;
        if (terminal != null) {
            terminal.print("\r" + " ".repeat(70) + "\r");
            terminal.flush();
        }
    }
}
