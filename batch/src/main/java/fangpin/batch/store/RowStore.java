package fangpin.batch.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many streams of records, written through {@link Writer}s and read back whole. A record is bytes whose meaning is the caller's; the
 * records of one writer and stream keep their order.
 */
public final class RowStore {
    private final SpillFile spill;
    private final MemoryBudget budget;
    private final int chunkBytes;
    private final List<List<Chunk>> streams = new ArrayList<>();

    /** A piece of a stream: in memory, or at a position of the temporary file. */
    private static final class Chunk {
        final byte @Nullable [] bytes;
        final long position;
        final int length;

        Chunk(byte @Nullable [] bytes, long position, int length) {
            this.bytes = bytes;
            this.position = position;
            this.length = length;
        }
    }

    /**
     * An empty store.
     *
     * @param chunkBytes how much a writer gathers of one stream before it hands it over
     */
    public RowStore(SpillFile spill, MemoryBudget budget, int chunkBytes) {
        this.spill = spill;
        this.budget = budget;
        this.chunkBytes = chunkBytes;
    }

    /** How many streams there are: one more than the highest written to. */
    public synchronized int streams() {
        return streams.size();
    }

    /** Bytes of a stream. */
    public synchronized int size(int stream) {
        long size = 0;
        if (stream < streams.size()) {
            for (Chunk chunk : streams.get(stream)) {
                size += chunk.length;
            }
        }
        return Math.toIntExact(size);
    }

    /** Copies a stream into {@code target} from its start, and forgets the stream. */
    public void take(int stream, byte[] target) {
        int at = 0;
        for (Chunk chunk : forget(stream)) {
            if (chunk.bytes == null) {
                spill.read(chunk.position, target, at, chunk.length);
            } else {
                System.arraycopy(chunk.bytes, 0, target, at, chunk.length);
                budget.giveBack(chunk.bytes.length);
            }
            at += chunk.length;
        }
    }

    /** Throws everything away. */
    public synchronized void clear() {
        for (int stream = 0; stream < streams.size(); stream++) {
            for (Chunk chunk : forget(stream)) {
                if (chunk.bytes != null) {
                    budget.giveBack(chunk.bytes.length);
                }
            }
        }
    }

    private synchronized List<Chunk> forget(int stream) {
        // what is thrown away may be filled again: a file that was not plain is read a second time
        return stream < streams.size() ? streams.set(stream, new ArrayList<>()) : List.of();
    }

    private synchronized void add(int stream, Chunk chunk) {
        while (streams.size() <= stream) {
            streams.add(new ArrayList<>());
        }
        streams.get(stream).add(chunk);
    }

    /** A new writer; one thread uses one. */
    public Writer writer() {
        return new Writer();
    }

    /** Appends records to streams. What it holds is readable after {@link #flush()}. */
    public final class Writer {
        private byte[][] open = new byte[0][];
        private int[] lengths = new int[0];

        private Writer() {}

        /** Appends a record to a stream. */
        public void append(int stream, byte[] bytes, int length) {
            if (stream >= open.length) {
                grow(stream);
            }
            if (lengths[stream] + length > open[stream].length) {
                makeRoom(stream, length);
            }
            System.arraycopy(bytes, 0, open[stream], lengths[stream], length);
            lengths[stream] += length;
        }

        private void grow(int stream) {
            int size = Math.max(stream + 1, open.length * 2);
            int before = open.length;
            open = java.util.Arrays.copyOf(open, size);
            lengths = java.util.Arrays.copyOf(lengths, size);
            for (int index = before; index < size; index++) {
                open[index] = new byte[0];
            }
        }

        private void makeRoom(int stream, int length) {
            byte[] full = open[stream];
            int filled = lengths[stream];
            lengths[stream] = 0;
            if (filled == 0) {
                open[stream] = new byte[Math.max(chunkBytes, length)];
                return;
            }
            boolean kept = handOver(stream, full, filled);
            if (kept || length > full.length) {
                open[stream] = new byte[Math.max(chunkBytes, length)];
            }
        }

        /** True if the bytes themselves now belong to the store. */
        private boolean handOver(int stream, byte[] bytes, int length) {
            if (budget.take(bytes.length)) {
                add(stream, new Chunk(bytes, -1, length));
                return true;
            }
            add(stream, new Chunk(null, spill.append(bytes, length), length));
            return false;
        }

        /** Hands over everything it holds. */
        public void flush() {
            for (int stream = 0; stream < open.length; stream++) {
                if (lengths[stream] > 0) {
                    byte[] exact = java.util.Arrays.copyOf(open[stream], lengths[stream]);
                    handOver(stream, exact, exact.length);
                }
            }
            forget();
        }

        /** Drops everything it holds. */
        public void forget() {
            open = new byte[0][];
            lengths = new int[0];
        }
    }
}
