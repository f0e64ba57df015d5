package fangpin.batch.cases;

import fangpin.batch.store.MemoryBudget;
import fangpin.batch.store.RecordReader;
import fangpin.batch.store.RecordWriter;
import fangpin.batch.store.RowStore;
import fangpin.batch.store.SpillFile;
import fangpin.packs.explain.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rejected rows, gathered in any order and read back in the order of the file. */
final class RejectBook {
    /** Column index of a reject that is about no single cell. */
    static final int NO_COLUMN = 255;

    private static final int PARTS = 64;
    private static final int ROWS_BITS = 16;
    private static final int CHUNK_BYTES = 8 * 1024;
    /** Enough for 200 characters of any kind. */
    private static final int VALUE_BYTES = 800;

    private final RowStore store;
    private final Room room;

    RejectBook(SpillFile spill, MemoryBudget budget, Room room) {
        this.store = new RowStore(spill, budget, 0, CHUNK_BYTES);
        this.room = room;
    }

    void clear() {
        store.clear();
    }

    /** Takes rejects of one thread. */
    @SuppressWarnings("EnumOrdinal") // the number lives only as long as the run
    final class Writer {
        private static final byte[] NONE = new byte[0];
        private final RowStore.Writer rows;
        private long count;

        private Writer(int lane) {
            rows = store.writer(lane);
        }

        /** One rejected row; the bytes are copied. */
        void add(
                long position,
                RejectReason reason,
                int column,
                byte[] id,
                int idFrom,
                int idTo,
                byte[] value,
                int valueFrom,
                int valueTo,
                String note) {
            byte[] noteBytes = note.isEmpty() ? NONE : note.getBytes(StandardCharsets.UTF_8);
            int valueEnd = Math.min(valueTo, valueFrom + VALUE_BYTES);
            int stream = (int) (Position.row(position) >>> ROWS_BITS) * PARTS + Position.part(position);
            int strings = idTo - idFrom + valueEnd - valueFrom + noteBytes.length;
            RecordWriter record = rows.begin(stream, strings + 6 * RecordWriter.NUMBER_BYTES);
            record.number(Position.row(position));
            record.number(reason.ordinal());
            record.number(column);
            record.string(id, idFrom, idTo);
            record.string(value, valueFrom, valueEnd);
            record.string(noteBytes, 0, noteBytes.length);
            rows.end();
            count++;
        }

        long count() {
            return count;
        }

        void flush() {
            rows.flush();
        }

        void forget() {
            rows.forget();
            count = 0;
        }
    }

    Writer writer(int lane) {
        return new Writer(lane);
    }

    /** One rejected row. */
    record Reject(long row, RejectReason reason, int column, String id, String value, String note) {}

    /** Takes rejected rows in order. */
    interface Reader {
        void reject(Reject reject);
    }

    /**
     * Hands over all rejects in the order of the file.
     *
     * @param rowsBefore rows of the file before each part
     */
    void read(long[] rowsBefore, Reader reader) {
        for (int part = 0; part < rowsBefore.length; part++) {
            for (int stream = part; stream < store.streams(); stream += PARTS) {
                int size = room.whole(store.size(stream));
                if (size > 0) {
                    byte[] bytes = new byte[size + RecordReader.SLACK_BYTES];
                    store.take(stream, bytes);
                    readStream(bytes, size, rowsBefore[part], reader);
                }
            }
        }
    }

    @SuppressWarnings("EnumOrdinal") // the number lives only as long as the run
    private static void readStream(byte[] bytes, int length, long rowsBefore, Reader reader) {
        RecordReader records = new RecordReader(bytes);
        long[] order = new long[16];
        int count = 0;
        while (records.at() < length) {
            int at = records.at();
            long row = records.number();
            records.number();
            records.number();
            records.string();
            records.string();
            records.string();
            if (count == order.length) {
                order = Arrays.copyOf(order, 2 * count);
            }
            order[count++] = (row & (1 << ROWS_BITS) - 1) << 32 | at;
        }
        Arrays.sort(order, 0, count);
        RejectReason[] reasons = RejectReason.values();
        for (int index = 0; index < count; index++) {
            records.moveTo((int) order[index]);
            long row = rowsBefore + records.number();
            RejectReason reason = reasons[(int) records.number()];
            int column = (int) records.number();
            byte[] id = string(records, bytes);
            byte[] value = string(records, bytes);
            byte[] note = string(records, bytes);
            reader.reject(new Reject(row, reason, column, text(id), cut(text(value)), text(note)));
        }
    }

    private static byte[] string(RecordReader records, byte[] bytes) {
        int from = records.string();
        return Arrays.copyOfRange(bytes, from, records.at());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= 200) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, 200));
    }
}
