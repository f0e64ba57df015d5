package fangpin.batch.cases;

/** Reads amounts and dates from bytes; anything that is not exactly one gives -1. */
final class CellValues {
    /** Day 0 is 0001-01-01. */
    static final long EPOCH_DAY_OF_DAY_0 = -719_162;

    private static final int YUAN_DIGITS = 12;
    private static final int DATE_BYTES = 10;

    private CellValues() {}

    /** Fen of an amount in yuan: 1 to 12 digits, and if there is a point 1 or 2 after it. */
    static long fen(byte[] bytes, int from, int to) {
        long yuan = 0;
        int at = from;
        while (at < to) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            if (at - from == YUAN_DIGITS) {
                return -1;
            }
            yuan = 10 * yuan + digit;
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

    /** Days since 0001-01-01 of a strict {@code YYYY-MM-DD}. */
    static int day(byte[] bytes, int from, int to) {
        if (to - from != DATE_BYTES || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return -1;
        }
        int year = digits(bytes, from, 4);
        int month = digits(bytes, from + 5, 2);
        int day = digits(bytes, from + 8, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return -1;
        }
        int before = year - 1;
        return 365 * before + before / 4 - before / 100 + before / 400 + daysBefore(year, month) + day - 1;
    }

    private static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int at = from; at < from + count; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static boolean leap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 2 -> leap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int daysBefore(int year, int month) {
        // months from March have 30.6 days on the average, exactly so for whole days
        int common = (367 * month - 362) / 12;
        return month <= 2 ? common : common - (leap(year) ? 1 : 2);
    }
}
