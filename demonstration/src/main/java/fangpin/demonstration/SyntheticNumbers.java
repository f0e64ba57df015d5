package fangpin.demonstration;

import fangpin.office.register.IdNumber;
import java.time.LocalDate;

/**
 * 虚构号码: numbers that pass every check and can belong to nobody. ID numbers are of a county 99, a code GB/T 2260 never gave
 * (see IdNumber of the office); mobiles begin with 154, which no carrier has; bank cards with 900000, of a country that is none.
 */
final class SyntheticNumbers {
    private SyntheticNumbers() {}

    /** The ID number of somebody born on a day, by a serial below 1000 that is odd for a man. */
    static String id(String county, LocalDate born, int serial) {
        if (serial >= 1000) {
            throw new IllegalStateException("more than 500 were born on " + born);
        }
        return IdNumber.synthetic(county, born, serial).text();
    }

    static String phone(int number) {
        return "154" + digits(number, 8);
    }

    /** 19 digits, the last one Luhn's. */
    static String bankCard(int number) {
        String body = "900000" + digits(number, 12);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return body + (10 - sum % 10) % 10;
    }

    private static String digits(int number, int count) {
        String text = Integer.toString(number);
        return "0".repeat(count - text.length()) + text;
    }
}
