package fangpin.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of numbers and dates, which xlsx stores as binary floating-point numbers. */
final class XlsxValues {

    /** Significant digits up to which a decimal and the number it is stored as tell each other. */
    private static final int SAFE_DIGITS = 15;

    /** From here on a whole number has 16 digits or more. */
    private static final double LOSES_DIGITS = 1e15;

    /** No number is written with more characters; longer ones are left as they are, for the caller to refuse. */
    private static final int MOST_CHARACTERS = 400;

    private static final int SECONDS_OF_DAY = 86_400;

    /** The day after 9999-12-31, counted from 1900. */
    private static final int AFTER_LAST_DAY = 2_958_466;

    /** The 29th of February 1900, which never was, but which Excel counts. */
    private static final int FALSE_LEAP_DAY = 60;

    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private XlsxValues() {}

    /**
     * Makes {@code text}, a stored number, the shortest decimal that is stored the same, without an exponent. What is no
     * number stays as it is.
     *
     * @return whether the number has 16 or more digits before the point
     */
    static boolean makeDecimal(ByteBuilder text) {
        if (isShortDecimal(text) || !isNumber(text)) {
            return false;
        }
        double value = Double.parseDouble(text.toString());
        if (Double.isInfinite(value)) {
            return false;
        }
        text.set(new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString());
        return Math.abs(value) >= LOSES_DIGITS;
    }

    /**
     * Makes {@code text}, a stored number that is shown as a date, {@code YYYY-MM-DD}, followed by {@code HH:MM:SS} if
     * it has a time of day to the second. A number that can be no date becomes a decimal.
     *
     * @param from1904 whether days are counted from 1904-01-01 as 0, and not from 1900-01-01 as 1
     * @return whether the number has 16 or more digits before the point
     */
    static boolean makeDate(ByteBuilder text, boolean from1904) {
        if (!isNumber(text)) {
            return false;
        }
        double value = Double.parseDouble(text.toString());
        if (!(value >= 0 && value < AFTER_LAST_DAY)) {
            return makeDecimal(text);
        }
        int day = (int) value;
        int second = (int) Math.round((value - day) * SECONDS_OF_DAY);
        if (second == SECONDS_OF_DAY) {
            day++;
            second = 0;
        }
        String date = from1904 ? DAY_0_OF_1904.plusDays(day).toString() : dateFrom1900(day);
        text.set(second == 0 ? date : date + " " + TIME.format(LocalTime.ofSecondOfDay(second)));
        return false;
    }

    private static String dateFrom1900(int day) {
        return switch (day) {
            case 0 -> "1900-01-00";
            case FALSE_LEAP_DAY -> "1900-02-29";
            default ->
                LocalDate.of(1899, 12, day < FALSE_LEAP_DAY ? 31 : 30)
                        .plusDays(day)
                        .toString();
        };
    }

    /** Whether it is the shortest decimal already: at most 15 digits, no zero too many, no exponent. */
    private static boolean isShortDecimal(ByteBuilder text) {
        int digits = 0;
        int point = -1;
        for (int i = 0; i < text.length; i++) {
            byte c = text.bytes[i];
            if (c == '.' && point < 0) {
                point = i;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        if (digits == 0 || digits > SAFE_DIGITS) {
            return false;
        }
        boolean zeroBefore = text.bytes[0] == '0' && digits > 1 && point != 1;
        boolean zeroAfter = point >= 0 && text.bytes[text.length - 1] == '0';
        return !zeroBefore && !zeroAfter && point != 0 && point != text.length - 1;
    }

    /** Whether Java's parser may see it: that one would also take names, hexadecimal digits and type letters. */
    private static boolean isNumber(ByteBuilder text) {
        int digits = 0;
        for (int i = 0; i < text.length; i++) {
            byte c = text.bytes[i];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return digits > 0 && text.length <= MOST_CHARACTERS && parses(text.toString());
    }

    private static boolean parses(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
