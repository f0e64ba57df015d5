package fangpin.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    /** The days around Labour Day 2020: the Friday, Monday and Tuesday off, the Sunday before and the Saturday after worked. */
    private static final WorkCalendar LABOUR_DAY = new WorkCalendar(
            Set.of(LocalDate.parse("2020-05-01"), LocalDate.parse("2020-05-04"), LocalDate.parse("2020-05-05")),
            Set.of(LocalDate.parse("2020-04-26"), LocalDate.parse("2020-05-09")));

    @ParameterizedTest(name = "{1} {2} after {0}")
    @CsvSource(textBlock = """
            2020-04-24,  1, DAYS,         2020-04-25, 2020-04-25
            2020-04-24,  1, WORKING_DAYS, 2020-04-27, 2020-04-26
            2020-04-25,  1, WORKING_DAYS, 2020-04-27, 2020-04-26
            2020-04-26,  1, WORKING_DAYS, 2020-04-27, 2020-04-27
            2020-04-30,  1, WORKING_DAYS, 2020-05-01, 2020-05-06
            2020-05-06,  3, WORKING_DAYS, 2020-05-11, 2020-05-09
            2020-02-29, 30, DAYS,         2020-03-30, 2020-03-30
            2020-02-29,  1, YEARS,        2021-02-28, 2021-02-28
            """)
    void theDayOfTheStartIsNotCounted(
            LocalDate start, int length, Span.Unit unit, LocalDate weekdays, LocalDate labourDay) {
        Span span = new Span(length, unit);
        assertEquals(weekdays, span.lastDay(start, WorkCalendar.WEEKDAYS));
        assertEquals(labourDay, span.lastDay(start, LABOUR_DAY));
    }
}
