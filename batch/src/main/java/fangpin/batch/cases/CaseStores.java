package fangpin.batch.cases;

import fangpin.batch.store.MemoryBudget;
import fangpin.batch.store.RowStore;
import fangpin.batch.store.SpillFile;
import java.util.function.Supplier;

/**
 * Where the rows of a run are kept between reading and settling.
 *
 * @param members covered days by person, in the same partitions as the cases
 * @param personStreams a power of two
 * @param idStreams a power of two
 * @param further makes stores for work in between
 */
record CaseStores(
        RowStore members,
        RowStore byPerson,
        RowStore byId,
        RejectBook rejects,
        int personStreams,
        int idStreams,
        Room room,
        Supplier<RowStore> further) {
    /** An id is shorter than its row. */
    private static final int PARTITIONS_AN_ID_PARTITION = 2;

    private static final int STAGE_BYTES = 1 << 10;
    private static final int MOST_PARTITIONS = 2048;

    /**
     * Empty stores for a file of about so many bytes.
     *
     * @param together whether all persons lie in one partition, since the cases of several share running figures
     */
    static CaseStores of(SpillFile spill, Room room, long fileBytes, boolean together) {
        MemoryBudget budget = new MemoryBudget(room.memoryBytes());
        int personStreams = together ? 1 : powerOfTwo(fileBytes / room.partitionBytes());
        int idStreams = powerOfTwo(fileBytes / room.partitionBytes() / PARTITIONS_AN_ID_PARTITION);
        return new CaseStores(
                new RowStore(spill, budget, STAGE_BYTES, 4 << 10),
                new RowStore(spill, budget, STAGE_BYTES, 16 << 10),
                new RowStore(spill, budget, STAGE_BYTES, 16 << 10),
                new RejectBook(spill, budget, room),
                personStreams,
                idStreams,
                room,
                () -> new RowStore(spill, budget, STAGE_BYTES, 64 << 10));
    }

    private static int powerOfTwo(long wanted) {
        int streams = 1;
        while (streams < wanted && streams < MOST_PARTITIONS) {
            streams *= 2;
        }
        return streams;
    }

    void clearCases() {
        byPerson.clear();
        byId.clear();
        rejects.clear();
    }
}
