package fangpin.kernel.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * 工作日历 Which days are worked: Monday to Friday, but for holidays, and weekends that a holiday notice makes working days.
 *
 * @param restDays weekdays that are holidays
 * @param workedWeekends Saturdays and Sundays that are worked
 */
public record WorkCalendar(Set<LocalDate> restDays, Set<LocalDate> workedWeekends) {
    /** Monday to Friday, no holidays known. */
    public static final WorkCalendar WEEKDAYS = new WorkCalendar(Set.of(), Set.of());

    public boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workedWeekends.contains(day) : !restDays.contains(day);
    }

    /** The last of a number of working days, counted from the day after the start. */
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                left--;
            }
        }
        return day;
    }
}
