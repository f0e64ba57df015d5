package fangpin.office.register.roster;

/** 已读之人: who stood in the file before, in little memory: 16 bytes a person. */
final class SeenPersons {
    private static final int FIRST_SLOTS = 1 << 12;

    private long[] keys = new long[FIRST_SLOTS];
    private int[] rows = new int[FIRST_SLOTS];
    private int[] households = new int[FIRST_SLOTS];
    private int count;

    /**
     * Adds a person, unless there already.
     *
     * @param key equal for the same person; never 0
     * @return the row in which the person stood before, or 0
     */
    int add(long key, int row, int household) {
        if (3 * (count + 1) > 2 * keys.length) {
            grow();
        }
        int slot = slot(keys, key);
        if (keys[slot] == key) {
            return rows[slot];
        }
        keys[slot] = key;
        rows[slot] = row;
        households[slot] = household;
        count++;
        return 0;
    }

    /** The household in which a person of the file stands. */
    int household(long key) {
        return households[slot(keys, key)];
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        int[] oldHouseholds = households;
        keys = new long[2 * oldKeys.length];
        rows = new int[keys.length];
        households = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                rows[slot] = oldRows[i];
                households[slot] = oldHouseholds[i];
            }
        }
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 40) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
