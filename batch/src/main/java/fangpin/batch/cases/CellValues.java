package fangpin.batch.cases;

import fangpin.batch.store.Bytes;

/** Reads amounts and dates from bytes, eight at once; anything that is not exactly one gives -1. */
final class CellValues {
    /** Day 0 is 0001-01-01. */
    static final long EPOCH_DAY_OF_DAY_0 = -719_162;

    private static final int[] LENGTHS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] DAYS_BEFORE = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int FIRST_YEAR = 1900;
    private static final int YEARS = 200;
    private static final int[] MONTH_STARTS = monthStarts();
    private static final int EIGHT = 8;
    private static final long ZEROS = 0x3030303030303030L;
    private static final int YUAN_DIGITS = 12;
    private static final int DATE_BYTES = 10;

    private CellValues() {}

    /** Fen of an amount in yuan: 1 to 12 digits, and if there is a point 1 or 2 after it. */
    static long fen(byte[] bytes, int from, int to) {
        int point = to - 3;
        int digits = point - from;
        if (digits >= 1 && digits <= EIGHT && point >= EIGHT && bytes[point] == '.') {
            // what stands before the cell is made zeros, so that there are always eight digits
            long foreign = (1L << (8 * (EIGHT - digits))) - 1;
            long eight = (Bytes.getLong(bytes, point - EIGHT) & ~foreign) | (ZEROS & foreign);
            int tens = bytes[to - 2] - '0';
            int ones = bytes[to - 1] - '0';
            boolean good = allDigits(eight) && tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
            return good ? 100 * number(eight) + 10L * tens + ones : -1;
        }
        return anyFen(bytes, from, to);
    }

    private static long anyFen(byte[] bytes, int from, int to) {
        long yuan = 0;
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            if (at - from == YUAN_DIGITS) {
                return -1;
            }
            yuan = 10 * yuan + bytes[at] - '0';
            at++;
        }
        if (at == from) {
            return -1;
        }
        if (at == to) {
            return 100 * yuan;
        }
        int decimals = to - at - 1;
        if (bytes[at] != '.' || decimals < 1 || decimals > 2) {
            return -1;
        }
        int tens = bytes[at + 1] - '0';
        int ones = decimals == 2 ? bytes[at + 2] - '0' : 0;
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 100 * yuan + 10L * tens + ones;
    }

    /** Whether eight bytes are all digits. */
    static boolean allDigits(long eight) {
        long high = 0xF0F0F0F0F0F0F0F0L;
        return ((eight & high) | (((eight + 0x0606060606060606L) & high) >>> 4)) == 0x3333333333333333L;
    }

    /** The number that eight digits make, the first of them in the lowest byte. */
    static long number(long eight) {
        long pairs = eight - ZEROS;
        pairs = pairs * 10 + (pairs >>> 8);
        long mask = 0x000000FF000000FFL;
        return ((pairs & mask) * 0x000F424000000064L + ((pairs >>> 16) & mask) * 0x0000271000000001L) >>> 32;
    }

    /** Days since 0001-01-01 of a strict {@code YYYY-MM-DD}. */
    static int day(byte[] bytes, int from, int to) {
        if (to - from != DATE_BYTES || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return -1;
        }
        long head = Bytes.getLong(bytes, from);
        long tail = (bytes[from + 8] & 0xFFL) | ((bytes[from + 9] & 0xFFL) << 8);
        long eight = (head & 0xFFFFFFFFL) | ((head >>> 8) & 0xFFFF00000000L) | (tail << 48);
        if (!allDigits(eight)) {
            return -1;
        }
        long pairs = eight - ZEROS;
        pairs = pairs * 10 + (pairs >>> 8);
        int year = (int) (pairs & 0xFF) * 100 + (int) (pairs >>> 16 & 0xFF);
        int month = (int) (pairs >>> 32 & 0xFF);
        int day = (int) (pairs >>> 48 & 0xFF);
        if (month < 1 || month > 12 || day < 1) {
            return -1;
        }
        int months = (year - FIRST_YEAR) * 12 + month - 1;
        if (months < 0 || months >= MONTH_STARTS.length - 1) {
            return rareDay(year, month, day);
        }
        int found = MONTH_STARTS[months] + day - 1;
        return found < MONTH_STARTS[months + 1] ? found : -1;
    }

    private static int rareDay(int year, int month, int day) {
        return year < 1 || day > length(year, month) ? -1 : start(year, month) + day - 1;
    }

    /** The first days of the months of two centuries and of the one after them. */
    private static int[] monthStarts() {
        int[] starts = new int[YEARS * 12 + 1];
        for (int index = 0; index < starts.length; index++) {
            starts[index] = start(FIRST_YEAR + index / 12, index % 12 + 1);
        }
        return starts;
    }

    private static int start(int year, int month) {
        int before = year - 1;
        return 365 * before + before / 4 - before / 100 + before / 400 + daysBefore(year, month);
    }

    private static boolean leap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static int length(int year, int month) {
        return month == 2 && leap(year) ? 29 : LENGTHS[month];
    }

    private static int daysBefore(int year, int month) {
        return DAYS_BEFORE[month] + (month > 2 && leap(year) ? 1 : 0);
    }
}
