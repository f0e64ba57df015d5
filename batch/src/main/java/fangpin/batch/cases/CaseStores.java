package fangpin.batch.cases;

import fangpin.batch.store.MemoryBudget;
import fangpin.batch.store.RowStore;
import fangpin.batch.store.SpillFile;

/**
 * Where the rows of a run are kept between reading and settling.
 *
 * @param members covered days by person, in the same partitions as the cases
 * @param personStreams a power of two
 * @param idStreams a power of two
 */
record CaseStores(
        RowStore members, RowStore byPerson, RowStore byId, RejectBook rejects, int personStreams, int idStreams) {
    /** So many bytes of a case file make a partition that is sorted and settled within the processor's cache. */
    private static final long FILE_BYTES_A_PARTITION = 2 << 20;

    private static final long FILE_BYTES_AN_ID_PARTITION = 4 << 20;
    private static final int STAGE_BYTES = 1 << 10;
    private static final int MOST_PARTITIONS = 2048;

    static CaseStores of(SpillFile spill, MemoryBudget budget, long fileBytes) {
        int personStreams = powerOfTwo(fileBytes / FILE_BYTES_A_PARTITION);
        int idStreams = powerOfTwo(fileBytes / FILE_BYTES_AN_ID_PARTITION);
        return new CaseStores(
                new RowStore(spill, budget, STAGE_BYTES, 4 << 10),
                new RowStore(spill, budget, STAGE_BYTES, 16 << 10),
                new RowStore(spill, budget, STAGE_BYTES, 16 << 10),
                new RejectBook(spill, budget),
                personStreams,
                idStreams);
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
