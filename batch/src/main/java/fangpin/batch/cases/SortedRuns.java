package fangpin.batch.cases;

import fangpin.batch.store.RecordReader;
import fangpin.batch.store.RecordWriter;
import fangpin.batch.store.RowStore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Cases of a partition too large to be loaded at once: sorted piece by piece into runs, which are merged into the order of settlement.
 * Takes the memory of one piece, be it the cases of a single account.
 */
final class SortedRuns {
    private static final Comparator<Run> ORDER = Comparator.<Run>comparingInt(run -> run.account)
            .thenComparingInt(run -> run.day)
            .thenComparing(Run::compareIds);

    private static final int FIXED_BYTES = 5 * Integer.BYTES + Long.BYTES + RecordWriter.NUMBER_BYTES;

    private final RowStore store;
    private final RowStore.Writer writer;
    private final PriorityQueue<Run> heads = new PriorityQueue<>(ORDER);
    private int runs;
    private byte[] merged = new byte[0];

    /** An empty one. */
    SortedRuns(RowStore store) {
        this.store = store;
        this.writer = store.writer(0);
    }

    /** Appends a case to the run under way; {@code rest} is what follows the days in its record. */
    void add(PartitionRows rows, int row, int restEnd) {
        byte[] bytes = rows.bytes();
        int restAt = rows.restAt(row);
        RecordWriter record = writer.begin(runs, FIXED_BYTES + restEnd - restAt);
        record.fixedInt(rows.account(row));
        record.fixedInt(rows.person(row));
        record.fixedInt(rows.day(row));
        record.fixedInt(rows.decidingDay(row));
        record.fixedFive(rows.position(row));
        record.fixedInt(rows.covered(row) ? 1 : 0);
        record.string(bytes, restAt, restEnd);
        writer.end();
    }

    void endRun() {
        writer.flush();
        runs++;
    }

    /** Begins to merge; no run may follow. */
    void merge() {
        for (int index = 0; index < runs; index++) {
            Run run = new Run(store.pieces(index));
            if (run.advance()) {
                heads.add(run);
            }
        }
    }

    /** Loads the next cases in order, about so many bytes of them, into {@code rows}; false if there are none. */
    boolean next(int most, PartitionRows rows) {
        int length = 0;
        for (Run run = heads.poll(); run != null; run = length < most ? heads.poll() : null) {
            length = append(run, length);
            if (run.advance()) {
                heads.add(run);
            }
        }
        load(length, rows);
        return length > 0;
    }

    byte[] bytes() {
        return merged;
    }

    private int append(Run run, int length) {
        int size = run.to - run.from;
        int needed = length + size + RecordReader.SLACK_BYTES;
        if (merged.length < needed) {
            merged = Arrays.copyOf(merged, Math.max(needed, 2 * merged.length));
        }
        System.arraycopy(run.pieces.bytes(), run.from, merged, length, size);
        return length + size;
    }

    private void load(int length, PartitionRows rows) {
        rows.clear(merged);
        RecordReader records = new RecordReader(merged);
        while (records.at() < length) {
            int account = records.fixedInt();
            int person = records.fixedInt();
            int day = records.fixedInt();
            int decidingDay = records.fixedInt();
            long position = records.fixedFive();
            boolean covered = records.fixedInt() == 1;
            rows.add(person, account, day, decidingDay, position, covered, records.string());
        }
        rows.asTheyStand();
    }

    /** A run and the case it has come to. */
    private static final class Run {
        final RowStore.Pieces pieces;
        private RecordReader records = new RecordReader(new byte[0]);
        private int length;
        int from;
        int to;
        int account;
        int day;
        private int idFrom;
        private int idTo;

        Run(RowStore.Pieces pieces) {
            this.pieces = pieces;
        }

        boolean advance() {
            if (to == length) {
                to = 0;
                length = pieces.next(1);
                records = new RecordReader(pieces.bytes());
            }
            if (length == 0) {
                return false;
            }
            from = to;
            records.moveTo(from);
            account = records.fixedInt();
            records.fixedInt();
            day = records.fixedInt();
            records.fixedInt();
            records.fixedFive();
            records.fixedInt();
            int rest = records.string();
            to = records.at();
            records.moveTo(rest);
            idFrom = records.string();
            idTo = records.at();
            return true;
        }

        /** Ids of accepted cases are never equal. */
        private int compareIds(Run other) {
            return Arrays.compareUnsigned(pieces.bytes(), idFrom, idTo, other.pieces.bytes(), other.idFrom, other.idTo);
        }
    }
}
