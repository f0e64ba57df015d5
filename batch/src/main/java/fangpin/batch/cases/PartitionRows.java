package fangpin.batch.cases;

import fangpin.batch.store.RecordReader;
import java.util.Arrays;

/** The accepted rows of one partition, brought into the order of settlement: by account, then date, then case id in byte order. */
final class PartitionRows {
    private static final int FEW = 24;

    private byte[] bytes = new byte[0];
    private int count;
    private int[] restAt = new int[1024];
    private int[] person = new int[1024];
    private int[] account = new int[1024];
    private int[] day = new int[1024];
    private int[] decidingDay = new int[1024];
    private long[] position = new long[1024];
    private boolean[] covered = new boolean[1024];
    private int[] order = new int[1024];
    private int[] starts = new int[16];

    void clear(byte[] records) {
        bytes = records;
        count = 0;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    void add(
            int personOrdinal,
            int accountOrdinal,
            int orderDay,
            int deciding,
            long rowPosition,
            boolean isCovered,
            int rest) {
        if (count == restAt.length) {
            grow();
        }
        person[count] = personOrdinal;
        account[count] = accountOrdinal;
        day[count] = orderDay;
        decidingDay[count] = deciding;
        position[count] = rowPosition;
        covered[count] = isCovered;
        restAt[count] = rest;
        count++;
    }

    private void grow() {
        int size = 2 * count;
        restAt = Arrays.copyOf(restAt, size);
        person = Arrays.copyOf(person, size);
        account = Arrays.copyOf(account, size);
        day = Arrays.copyOf(day, size);
        decidingDay = Arrays.copyOf(decidingDay, size);
        position = Arrays.copyOf(position, size);
        covered = Arrays.copyOf(covered, size);
    }

    /** The row at a place of the order. */
    int at(int place) {
        return order[place];
    }

    int person(int row) {
        return person[row];
    }

    /** Whose running figures the row enters: the person's number, or that of a household. */
    int account(int row) {
        return account[row];
    }

    int day(int row) {
        return day[row];
    }

    int decidingDay(int row) {
        return decidingDay[row];
    }

    long position(int row) {
        return position[row];
    }

    boolean covered(int row) {
        return covered[row];
    }

    /** Where the case id and values of a row begin in the bytes. */
    int restAt(int row) {
        return restAt[row];
    }

    /** Leaves the rows in the order in which they were added. */
    void asTheyStand() {
        if (order.length < count) {
            order = new int[restAt.length];
        }
        for (int row = 0; row < count; row++) {
            order[row] = row;
        }
    }

    /** Orders the rows; accounts by their number. */
    void sort(int accounts) {
        if (order.length < count) {
            order = new int[restAt.length];
        }
        if (starts.length < accounts + 1) {
            starts = new int[2 * accounts + 1];
        }
        Arrays.fill(starts, 0, accounts + 1, 0);
        for (int row = 0; row < count; row++) {
            starts[account[row] + 1]++;
        }
        for (int index = 0; index < accounts; index++) {
            starts[index + 1] += starts[index];
        }
        for (int row = 0; row < count; row++) {
            order[starts[account[row]]++] = row;
        }
        // each start has moved to where the next account begins
        int from = 0;
        for (int index = 0; index < accounts; index++) {
            sortAccount(from, starts[index]);
            from = starts[index];
        }
    }

    private void sortAccount(int from, int until) {
        if (until - from > FEW) {
            sortMany(from, until);
            return;
        }
        for (int place = from + 1; place < until; place++) {
            int row = order[place];
            int before = place - 1;
            while (before >= from && isAfter(order[before], row)) {
                order[before + 1] = order[before];
                before--;
            }
            order[before + 1] = row;
        }
    }

    private void sortMany(int from, int until) {
        Integer[] rows = new Integer[until - from];
        for (int index = 0; index < rows.length; index++) {
            rows[index] = order[from + index];
        }
        Arrays.sort(rows, (a, b) -> isAfter(a, b) ? 1 : a.equals(b) ? 0 : -1);
        for (int index = 0; index < rows.length; index++) {
            order[from + index] = rows[index];
        }
    }

    /** Whether row a comes after row b; ids of accepted rows are never equal. */
    private boolean isAfter(int a, int b) {
        if (day[a] != day[b]) {
            return day[a] > day[b];
        }
        return a != b && compareIds(restAt[a], restAt[b]) > 0;
    }

    private int compareIds(int restOfA, int restOfB) {
        RecordReader a = new RecordReader(bytes);
        a.moveTo(restOfA);
        int aFrom = a.string();
        RecordReader b = new RecordReader(bytes);
        b.moveTo(restOfB);
        int bFrom = b.string();
        return Arrays.compareUnsigned(bytes, aFrom, a.at(), bytes, bFrom, b.at());
    }
}
