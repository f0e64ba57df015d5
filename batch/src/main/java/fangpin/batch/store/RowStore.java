package fangpin.batch.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many streams of records, written through {@link Writer}s and read back whole. A record is bytes whose meaning is the caller's; the
 * records of one writer and stream keep their order.
 */
public final class RowStore {
    private static final byte[] NOTHING = {};

    private final SpillFile spill;
    private final MemoryBudget budget;
    private final int stageBytes;
    private final int chunkBytes;
    /** By lane, then by stream. */
    private final List<List<List<Chunk>>> lanes = new ArrayList<>();

    /** A piece of a stream: in memory, or at a position of a lane of the temporary file. */
    private static final class Chunk {
        final byte @Nullable [] bytes;
        final int lane;
        final long position;
        final int length;

        Chunk(byte @Nullable [] bytes, int lane, long position, int length) {
            this.bytes = bytes;
            this.lane = lane;
            this.position = position;
            this.length = length;
        }
    }

    /**
     * An empty store.
     *
     * @param stageBytes how much a writer gathers of one stream in the processor's cache; 0 if it writes to one stream at a time
     * @param chunkBytes how much a writer gathers of one stream before it hands it over
     */
    public RowStore(SpillFile spill, MemoryBudget budget, int stageBytes, int chunkBytes) {
        this.spill = spill;
        this.budget = budget;
        this.stageBytes = stageBytes;
        this.chunkBytes = chunkBytes;
        for (int lane = 0; lane < spill.lanes(); lane++) {
            lanes.add(new ArrayList<>());
        }
    }

    /** How many streams there are: one more than the highest written to. */
    public synchronized int streams() {
        return lanes.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Bytes of a stream. */
    public synchronized long size(int stream) {
        long size = 0;
        for (List<List<Chunk>> streams : lanes) {
            if (stream < streams.size()) {
                for (Chunk chunk : streams.get(stream)) {
                    size += chunk.length;
                }
            }
        }
        return size;
    }

    /** Copies a stream into {@code target} from its start, and forgets the stream. */
    public void take(int stream, byte[] target) {
        int at = 0;
        for (Chunk chunk : forget(stream)) {
            load(chunk, target, at);
            at += chunk.length;
        }
    }

    private void load(Chunk chunk, byte[] target, int at) {
        if (chunk.bytes == null) {
            spill.read(chunk.lane, chunk.position, target, at, chunk.length);
        } else {
            System.arraycopy(chunk.bytes, 0, target, at, chunk.length);
            budget.giveBack(chunk.bytes.length);
        }
    }

    /** A stream to be read piece by piece, so that it may be longer than memory; the store forgets it. */
    public Pieces pieces(int stream) {
        return new Pieces(forget(stream));
    }

    /** The pieces of one stream, each of whole records. */
    public final class Pieces {
        private final List<Chunk> chunks;
        private int next;
        private byte[] piece = new byte[0];

        private Pieces(List<Chunk> chunks) {
            this.chunks = chunks;
        }

        /** Loads the next piece into {@link #bytes}: no longer than {@code most} unless one chunk is. Its length; 0 at the end. */
        public int next(int most) {
            int first = next;
            int length = 0;
            while (next < chunks.size() && (next == first || length + chunks.get(next).length <= most)) {
                length += chunks.get(next++).length;
            }
            if (piece.length < length + RecordReader.SLACK_BYTES) {
                piece = new byte[length + RecordReader.SLACK_BYTES];
            }
            int at = 0;
            for (Chunk chunk : chunks.subList(first, next)) {
                load(chunk, piece, at);
                at += chunk.length;
            }
            return length;
        }

        public byte[] bytes() {
            return piece;
        }
    }

    /** Throws everything away. */
    public synchronized void clear() {
        for (int stream = 0; stream < streams(); stream++) {
            for (Chunk chunk : forget(stream)) {
                if (chunk.bytes != null) {
                    budget.giveBack(chunk.bytes.length);
                }
            }
        }
    }

    private synchronized List<Chunk> forget(int stream) {
        List<Chunk> chunks = new ArrayList<>();
        for (List<List<Chunk>> streams : lanes) {
            if (stream < streams.size()) {
                // what is thrown away may be filled again: a file that was not plain is read a second time
                chunks.addAll(streams.set(stream, new ArrayList<>()));
            }
        }
        return chunks;
    }

    private synchronized void add(int stream, Chunk chunk) {
        List<List<Chunk>> streams = lanes.get(chunk.lane);
        while (streams.size() <= stream) {
            streams.add(new ArrayList<>());
        }
        streams.get(stream).add(chunk);
    }

    /**
     * A new writer; one thread uses one. The records of a stream are read back lane by lane, so that their order does not depend on
     * how threads take turns.
     *
     * @param lane from 0, below the number of lanes of the temporary file
     */
    public Writer writer(int lane) {
        return new Writer(lane);
    }

    /**
     * Appends records to streams. What it holds is readable after {@link #flush()}.
     *
     * <p>Records are first laid side by side in a small stage that stays in the processor's cache, and go to the stream's chunk many
     * at a time: written one by one to hundreds of chunks, each would wait for main memory.
     */
    public final class Writer {
        private final RecordWriter record = new RecordWriter();
        private byte[] stage = new byte[0];
        private int[] staged = new int[0];
        private byte[][] open = new byte[0][];
        private int[] filled = new int[0];
        private final int lane;
        private int current;
        private boolean onStage;

        private Writer(int lane) {
            this.lane = lane;
        }

        /**
         * Begins a record; it is written to what comes back, and ends with {@link #end()}.
         *
         * @param mostBytes at least as long as the record will be
         */
        public RecordWriter begin(int stream, int mostBytes) {
            if (stream >= staged.length) {
                grow(stream);
            }
            current = stream;
            onStage = mostBytes <= stageBytes;
            if (!onStage) {
                record.onto(new byte[mostBytes], 0);
            } else {
                if (staged[stream] + mostBytes > stageBytes) {
                    drain(stream);
                }
                record.onto(stage, stream * stageBytes + staged[stream]);
            }
            return record;
        }

        /** Ends the record begun last. */
        public void end() {
            if (onStage) {
                staged[current] += record.length();
            } else {
                drain(current);
                keep(current, record.bytes(), 0, record.length());
            }
        }

        private void grow(int stream) {
            int size = Math.max(stream + 1, staged.length * 2);
            int before = open.length;
            stage = Arrays.copyOf(stage, size * stageBytes);
            staged = Arrays.copyOf(staged, size);
            open = Arrays.copyOf(open, size);
            filled = Arrays.copyOf(filled, size);
            Arrays.fill(open, before, size, NOTHING);
        }

        private void drain(int stream) {
            keep(stream, stage, stream * stageBytes, staged[stream]);
            staged[stream] = 0;
        }

        /** Records stay whole: the chunks of several writers stand between each other in a stream. */
        private void keep(int stream, byte[] bytes, int from, int length) {
            if (length > open[stream].length - filled[stream]) {
                makeRoom(stream, length);
            }
            System.arraycopy(bytes, from, open[stream], filled[stream], length);
            filled[stream] += length;
        }

        private void makeRoom(int stream, int length) {
            boolean kept = filled[stream] > 0 && handOver(stream, open[stream], filled[stream]);
            if (kept || length > open[stream].length) {
                open[stream] = new byte[Math.max(chunkBytes, length)];
            }
            filled[stream] = 0;
        }

        /** True if the bytes themselves now belong to the store. */
        private boolean handOver(int stream, byte[] bytes, int length) {
            if (budget.take(bytes.length)) {
                add(stream, new Chunk(bytes, lane, -1, length));
                return true;
            }
            add(stream, new Chunk(null, lane, spill.append(lane, bytes, length), length));
            return false;
        }

        /** Hands over everything it holds. */
        public void flush() {
            for (int stream = 0; stream < open.length; stream++) {
                drain(stream);
                if (filled[stream] > 0) {
                    byte[] exact = Arrays.copyOf(open[stream], filled[stream]);
                    handOver(stream, exact, exact.length);
                }
            }
            forget();
        }

        /** Drops everything it holds. */
        public void forget() {
            stage = new byte[0];
            staged = new int[0];
            open = new byte[0][];
            filled = new int[0];
        }
    }
}
