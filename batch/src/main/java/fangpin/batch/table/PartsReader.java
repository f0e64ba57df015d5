package fangpin.batch.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Scans the parts of one plain CSV file at once, a thread to each. */
final class PartsReader {

    private final FileChannel channel;
    private final long from;
    private final long to;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** @param from where the first line begins, after a byte-order mark */
    PartsReader(FileChannel channel, long from, long to) {
        this.channel = channel;
        this.from = from;
        this.to = to;
    }

    /** Hands every part to its handler; row numbers are relative but for the first. Errors: the channel's. */
    PartsOutcome read(List<? extends RowHandler> handlers) throws IOException {
        List<Long> cuts = cuts(handlers.size());
        List<Future<ScanEnd>> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(handlers.size())) {
            for (int i = 0; i < handlers.size(); i++) {
                RowHandler handler = i == 0 ? new AfterHeader(handlers.get(0)) : handlers.get(i);
                PlainCsvScanner scanner =
                        new PlainCsvScanner(channel, cuts.get(i), cuts.get(i + 1), 0, handler, stopped::get);
                ends.add(threads.submit(() -> scan(scanner)));
            }
        }
        return together(ends);
    }

    private ScanEnd scan(PlainCsvScanner scanner) throws IOException {
        boolean done = false;
        try {
            ScanEnd end = scanner.scan();
            done = end instanceof ScanEnd.Done;
            return end;
        } finally {
            // what one part finds decides for all, so that the others need not go on
            if (!done) {
                stopped.set(true);
            }
        }
    }

    private static PartsOutcome together(List<Future<ScanEnd>> ends) throws IOException {
        List<Long> rowsBefore = new ArrayList<>();
        boolean all = true;
        long rows = 0;
        for (Future<ScanEnd> end : ends) {
            rowsBefore.add(rows);
            if (result(end) instanceof ScanEnd.Done done) {
                rows += done.lines();
            } else {
                all = false;
            }
        }
        return all ? new PartsOutcome.PartsRead(List.copyOf(rowsBefore)) : new PartsOutcome.NotInParts();
    }

    private static ScanEnd result(Future<ScanEnd> end) throws IOException {
        try {
            return end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException error -> throw error;
                case RuntimeException error -> throw error;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Where the parts begin, and last where the last one ends: all at line starts, so that a part may be empty. */
    private List<Long> cuts(int parts) throws IOException {
        // the header is the first line that is not empty, and belongs to the first part
        long headerEnd = after(LineByte.END, after(LineByte.TEXT, from));
        List<Long> cuts = new ArrayList<>();
        cuts.add(from);
        for (int i = 1; i < parts; i++) {
            long even = from + (to - from) / parts * i;
            cuts.add(Math.max(headerEnd, after(LineByte.END, even)));
        }
        cuts.add(to);
        return cuts;
    }

    /** The offset after the first wanted byte at or after {@code position}. */
    private long after(LineByte wanted, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        for (long at = position; at < to; at += bytes.position()) {
            bytes.clear();
            if (channel.read(bytes, at) <= 0) {
                break;
            }
            for (int i = 0; i < bytes.position(); i++) {
                if (wanted.is(bytes.get(i))) {
                    return Math.min(to, at + i + 1);
                }
            }
        }
        return to;
    }

    private enum LineByte {
        TEXT,
        END;

        boolean is(byte b) {
            return this == END ? b == '\n' : b != '\n' && b != '\r';
        }
    }
}
