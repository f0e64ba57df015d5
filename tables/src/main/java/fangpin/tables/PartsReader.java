package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Scans the parts of one plain CSV file at once, a thread to each. */
final class PartsReader {

    private final CsvFile file;
    private final long from;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param file not packed
     * @param from where the first line begins, after a byte-order mark
     */
    PartsReader(CsvFile file, long from) {
        this.file = file;
        this.from = from;
    }

    /** Hands every part to its handler; row numbers are relative but for the first. Errors: the file's. */
    PartsOutcome read(List<? extends RowHandler> handlers) throws IOException {
        List<Long> cuts = cuts(handlers.size());
        List<Future<ScanEnd>> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(handlers.size())) {
            for (int i = 0; i < handlers.size(); i++) {
                RowHandler handler = i == 0 ? new AfterHeader(handlers.get(0)) : handlers.get(i);
                long start = cuts.get(i);
                long end = cuts.get(i + 1);
                ends.add(threads.submit(() -> scan(start, end, handler)));
            }
        }
        return together(ends);
    }

    private ScanEnd scan(long start, long to, RowHandler handler) throws IOException {
        boolean done = false;
        try (InputStream in = file.open(start)) {
            ScanEnd end = new PlainCsvScanner(in, start, to, 0, handler, stopped::get).scan();
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
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            long to = channel.size();
            // the header is the first line that is not empty, and belongs to the first part
            long headerEnd = after(LineByte.END, channel, after(LineByte.TEXT, channel, from));
            List<Long> cuts = new ArrayList<>();
            cuts.add(from);
            for (int i = 1; i < parts; i++) {
                long even = from + (to - from) / parts * i;
                cuts.add(Math.max(headerEnd, after(LineByte.END, channel, even)));
            }
            cuts.add(to);
            return cuts;
        }
    }

    /** The offset after the first wanted byte at or after {@code position}; the end if there is none. */
    private static long after(LineByte wanted, FileChannel channel, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        for (long at = position; ; at += bytes.position()) {
            bytes.clear();
            if (channel.read(bytes, at) <= 0) {
                return at;
            }
            for (int i = 0; i < bytes.position(); i++) {
                if (wanted.is(bytes.get(i))) {
                    return at + i + 1;
                }
            }
        }
    }

    private enum LineByte {
        TEXT,
        END;

        boolean is(byte b) {
            return this == END ? b == '\n' : b != '\n' && b != '\r';
        }
    }
}
