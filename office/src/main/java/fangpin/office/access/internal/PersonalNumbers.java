package fangpin.office.access.internal;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 误写的个人号码: ID numbers, phones and cards that somebody typed where none belongs; masked before a text is kept. */
public final class PersonalNumbers {
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9])[0-9]{11,19}[xX]?(?![0-9])");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private PersonalNumbers() {}

    /** The text with each such number's middle hidden. */
    public static String masked(String text) {
        Matcher numbers = LONG_NUMBER.matcher(text);
        return numbers.replaceAll(PersonalNumbers::hide);
    }

    private static String hide(MatchResult found) {
        String number = found.group();
        return number.substring(0, 3) + "*".repeat(number.length() - 5) + number.substring(number.length() - 2);
    }

    /** Whether an ID number with a right check digit stands in the text. */
    public static boolean holdsIdNumber(CharSequence text) {
        Matcher numbers = LONG_NUMBER.matcher(text);
        while (numbers.find()) {
            String number = numbers.group();
            if (number.length() == 18 && checks(number)) {
                return true;
            }
        }
        return false;
    }

    private static boolean checks(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }
}
