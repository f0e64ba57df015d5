package fangpin.office.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/**
 * 公民身份号码: 18 characters after GB 11643-1999, the last one a check digit, X in capitals.
 *
 * <p>Synthetic persons have codes of divisions that end in 99, which GB/T 2260 has never given to a county: no one can bear such a
 * number.
 */
public record IdNumber(String text) {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final int FIRST_YEAR = 1880;
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /** Why what was written is no ID number. */
    public enum Fault {
        /** 长度不是18位 */
        LENGTH,
        /** 15位旧号 */
        OLD_NUMBER,
        /** 含数字以外的字符 */
        NOT_DIGITS,
        /** 出生日期不存在 */
        IMPOSSIBLE_DATE,
        /** 出生日期在将来 */
        BORN_IN_FUTURE,
        /** 校验位不符 */
        CHECK_DIGIT
    }

    /** What came of reading a number. */
    public sealed interface Reading {
        /** It is one. A code whose province does not exist is worth a warning; old codes of counties are usual. */
        record Valid(IdNumber number, boolean divisionUnknown) implements Reading {}

        /** It is none; {@code detail} is its length, or the check digit that it should have, or empty. */
        record Faulty(Fault fault, String detail) implements Reading {}
    }

    /** Reads a number as people write it: spaces, full-width digits and a small x are taken. */
    public static Reading read(String written, LocalDate asOf) {
        String text = CellText.withoutSpaces(CellText.normal(written));
        if (text.length() == OLD_LENGTH && text.chars().allMatch(IdNumber::isDigit)) {
            return new Reading.Faulty(Fault.OLD_NUMBER, "");
        }
        if (text.length() != LENGTH) {
            return new Reading.Faulty(Fault.LENGTH, Integer.toString(text.codePointCount(0, text.length())));
        }
        char last = text.charAt(LENGTH - 1);
        if (last == 'x') {
            last = 'X';
            text = text.substring(0, LENGTH - 1) + 'X';
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            if (!isDigit(text.charAt(i))) {
                return new Reading.Faulty(Fault.NOT_DIGITS, "");
            }
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        if (last != 'X' && !isDigit(last)) {
            return new Reading.Faulty(Fault.NOT_DIGITS, "");
        }
        return dated(text, CHECK_DIGITS.charAt(sum % 11), asOf);
    }

    private static Reading dated(String text, char checkDigit, LocalDate asOf) {
        IdNumber number = new IdNumber(text);
        try {
            LocalDate born = number.bornOn();
            if (born.getYear() < FIRST_YEAR) {
                return new Reading.Faulty(Fault.IMPOSSIBLE_DATE, "");
            }
            if (born.isAfter(asOf)) {
                return new Reading.Faulty(Fault.BORN_IN_FUTURE, "");
            }
        } catch (DateTimeException impossible) {
            return new Reading.Faulty(Fault.IMPOSSIBLE_DATE, "");
        }
        return text.charAt(LENGTH - 1) == checkDigit
                ? new Reading.Valid(number, !PROVINCES.contains(text.substring(0, 2)))
                : new Reading.Faulty(Fault.CHECK_DIGIT, String.valueOf(checkDigit));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** A synthetic person's number: of division {@code county} (four digits) + 99, a birthday, and a serial below 1000. */
    public static IdNumber synthetic(String county, LocalDate born, int serial) {
        String body = "%s99%04d%02d%02d%03d"
                .formatted(county, born.getYear(), born.getMonthValue(), born.getDayOfMonth(), serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return new IdNumber(body + CHECK_DIGITS.charAt(sum % 11));
    }

    /** Whether no one can bear it. */
    public boolean isSynthetic() {
        return text.startsWith("99", 4);
    }

    /** The birthday in it. */
    public LocalDate bornOn() {
        return LocalDate.of(number(6, 10), number(10, 12), number(12, 14));
    }

    /** GB/T 2261.1: 1 male, 2 female. */
    public int sex() {
        return number(16, 17) % 2 == 1 ? 1 : 2;
    }

    /** The first 17 digits as a number; the last one follows from them. */
    public long body() {
        return Long.parseLong(text, 0, LENGTH - 1, 10);
    }

    private int number(int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Never in clear. */
    @Override
    public String toString() {
        return "IdNumber";
    }
}
