package fangpin.office.register.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 出生日期 as people write it: 1960-01-02, 1960/1/2, 1960.1.2, 19600102, 1960年1月2日, or the number by which Excel counts days. */
final class BirthDay {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.0+)?)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})月?");
    /** Days of 1900 to 2064 as Excel counts them; it counts a 29th of February 1900. */
    private static final Pattern EXCEL = Pattern.compile("[1-5]\\d{4}");

    private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);

    private BirthDay() {}

    /** The day; null if it is none. */
    static @Nullable LocalDate read(String text) {
        try {
            if (text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 4, 6, 10),
                        Integer.parseInt(text, 6, 8, 10));
            }
            Matcher written = WRITTEN.matcher(text);
            if (written.matches()) {
                return LocalDate.of(number(written, 1), number(written, 2), number(written, 3));
            }
            return EXCEL.matcher(text).matches() ? EXCEL_START.plusDays(Integer.parseInt(text)) : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** Whether it is a month (出生年月) that the day is in. */
    static boolean isMonthOf(String text, LocalDate day) {
        Matcher month = MONTH.matcher(text);
        return month.matches() && number(month, 1) == day.getYear() && number(month, 2) == day.getMonthValue();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
