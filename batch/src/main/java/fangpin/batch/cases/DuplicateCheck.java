package fangpin.batch.cases;

import fangpin.batch.store.Bytes;
import fangpin.batch.store.RecordReader;
import fangpin.batch.store.RowStore;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which rows bear an id that an earlier row bears. Exact: equal hashes are settled by comparing the ids themselves. */
final class DuplicateCheck {
    /** An id of one character, its length and its position. */
    private static final int LEAST_BYTES = 7;

    private final Room room;
    private final BitSet[] duplicates;

    DuplicateCheck(Room room, int parts) {
        this.room = room;
        duplicates = new BitSet[parts];
        for (int part = 0; part < parts; part++) {
            duplicates[part] = new BitSet();
        }
    }

    boolean isDuplicate(long position) {
        return duplicates[Position.part(position)].get(bit(position));
    }

    private synchronized void mark(long position) {
        duplicates[Position.part(position)].set(bit(position));
    }

    private static int bit(long position) {
        return (int) Position.row(position);
    }

    /** Works through one stream of ids; several threads may, each with its own streams. */
    void check(RowStore ids, int stream) {
        if (ids.size(stream) > room.loadedBytes()) {
            checkInPieces(ids.pieces(stream));
            return;
        }
        int length = (int) ids.size(stream);
        byte[] bytes = new byte[length + RecordReader.SLACK_BYTES];
        ids.take(stream, bytes);
        RecordReader records = new RecordReader(bytes);
        int[] slots = new int[2 * Integer.highestOneBit(Math.max(LEAST_BYTES, length) / LEAST_BYTES)];
        Arrays.fill(slots, -1);
        while (records.at() < length) {
            int at = records.at();
            int from = records.string();
            int to = records.at();
            long position = records.fixedFive();
            place(bytes, slots, at, from, to, position);
        }
    }

    /** Of a stream that is too long to be loaded, which has a few ids again and again, only those are kept. */
    private void checkInPieces(RowStore.Pieces pieces) {
        Map<ByteBuffer, Long> earliest = new HashMap<>();
        for (int length = pieces.next(room.loadedBytes()); length > 0; length = pieces.next(room.loadedBytes())) {
            RecordReader records = new RecordReader(pieces.bytes());
            while (records.at() < length) {
                int from = records.string();
                byte[] id = Arrays.copyOfRange(pieces.bytes(), from, records.at());
                long position = records.fixedFive();
                earliest.merge(ByteBuffer.wrap(id), position, (holder, other) -> {
                    mark(Math.max(holder, other));
                    return Math.min(holder, other);
                });
            }
        }
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
                long holderPosition = holder.fixedFive();
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
