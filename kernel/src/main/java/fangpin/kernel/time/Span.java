package fangpin.kernel.time;

import java.time.LocalDate;

/**
 * 时长 How long a time limit runs. The day of the start is not counted.
 *
 * @param length at least 1
 */
public record Span(int length, Unit unit) {
    /** What the length counts. */
    public enum Unit {
        /** 日 */
        DAYS,
        /** 个工作日 */
        WORKING_DAYS,
        /** 年 */
        YEARS
    }

    /** The last day in time. */
    public LocalDate lastDay(LocalDate start, WorkCalendar calendar) {
        return switch (unit) {
            case DAYS -> start.plusDays(length);
            case WORKING_DAYS -> calendar.plusWorkingDays(start, length);
            case YEARS -> start.plusYears(length);
        };
    }
}
