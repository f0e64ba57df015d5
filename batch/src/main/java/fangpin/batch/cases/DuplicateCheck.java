package fangpin.batch.cases;

import fangpin.batch.store.Bytes;
import fangpin.batch.store.RecordReader;
import fangpin.batch.store.RowStore;
import java.util.Arrays;
import java.util.BitSet;

/** Which rows bear an id that an earlier row bears. Exact: equal hashes are settled by comparing the ids themselves. */
final class DuplicateCheck {
    private final BitSet[] duplicates;

    DuplicateCheck(int parts) {
        duplicates = new BitSet[parts];
        for (int part = 0; part < parts; part++) {
            duplicates[part] = new BitSet();
        }
    }

    boolean isDuplicate(long position) {
        return duplicates[Position.part(position)].get(Math.toIntExact(Position.row(position)));
    }

    private synchronized void mark(long position) {
        duplicates[Position.part(position)].set(Math.toIntExact(Position.row(position)));
    }

    /** Works through one stream of ids; several threads may, each with its own streams. */
    void check(RowStore ids, int stream) {
        byte[] bytes = new byte[ids.size(stream)];
        ids.take(stream, bytes);
        RecordReader records = new RecordReader(bytes);
        int count = count(records, bytes.length);
        int[] slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, count)) * 4)];
        Arrays.fill(slots, -1);
        records.moveTo(0);
        while (records.at() < bytes.length) {
            int at = records.at();
            int from = records.string();
            int to = records.at();
            long position = records.fixed();
            place(bytes, slots, at, from, to, position);
        }
    }

    private static int count(RecordReader records, int length) {
        int count = 0;
        while (records.at() < length) {
            records.string();
            records.fixed();
            count++;
        }
        return count;
    }

    private void place(byte[] bytes, int[] slots, int at, int from, int to, long position) {
        int mask = slots.length - 1;
        int slot = (int) Bytes.hash(bytes, from, to) & mask;
        while (slots[slot] >= 0) {
            RecordReader holder = new RecordReader(bytes);
            holder.moveTo(slots[slot]);
            int holderFrom = holder.string();
            int holderTo = holder.at();
            if (Arrays.equals(bytes, holderFrom, holderTo, bytes, from, to)) {
                long holderPosition = holder.fixed();
                // two parts of a file write side by side, so the earlier row may come later
                if (position < holderPosition) {
                    slots[slot] = at;
                    mark(holderPosition);
                } else {
                    mark(position);
                }
                return;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = at;
    }
}
