package fangpin.batch.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days read eight bytes at once are the calendar's, in the years that a table holds, on its edges and beyond. */
class CellValuesTest {
    private static final LocalDate DAY_0 = LocalDate.of(1, 1, 1);

    @Test
    void everyDayOfFiveCenturiesIsTheCalendars() {
        for (LocalDate day = LocalDate.of(1700, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            assertEquals(day.toEpochDay() - DAY_0.toEpochDay(), day(day.toString()), day.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01", "0000-12-31", "0004-02-29", "1600-02-29", "1899-12-31", "1900-01-01", "1900-02-28",
                        "1900-02-29",
                "1999-12-31", "2000-02-29", "2000-02-30", "2019-04-31", "2019-02-29", "2020-00-10", "2020-13-01",
                        "2020-05-00",
                "2020-05-32", "2020-12-31", "2020-12-32", "2099-12-31", "2099-12-32", "2100-01-01", "2100-02-29",
                        "9999-12-31"
            })
    void aDayIsOneOfTheCalendarOrNone(String text) {
        assertEquals(ofTheCalendar(text), day(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020",
                "2020-5-01",
                "20200501--",
                "2020/05/01",
                "2020-05-01 ",
                "+020-05-01",
                "2020-0:-01",
                "2o20-05-01",
                "2020-05-1a",
                "２０"
            })
    void whatIsWrittenOtherwiseIsNoDay(String text) {
        assertEquals(-1, day(text));
    }

    private static int ofTheCalendar(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1 ? -1 : (int) (day.toEpochDay() - DAY_0.toEpochDay());
        } catch (DateTimeParseException none) {
            return -1;
        }
    }

    /** As it stands in a file: something before it, something after it. */
    private static int day(String text) {
        byte[] bytes = ("12345678," + text + ",12345678").getBytes(StandardCharsets.UTF_8);
        return CellValues.day(bytes, 9, bytes.length - 9);
    }
}
