package fangpin.office.web.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 日期参数 */
final class Days {
    private Days() {}

    /** The day asked for, within what one can reckon with; the office's when left out. */
    static LocalDate orToday(ApiCall call, @Nullable LocalDate day) {
        if (day == null) {
            return call.today();
        }
        if (!Fields.isDay(day)) {
            throw RefusedException.parameter(ApiRefusal.PARAMETER_WRONG, "day", FieldReason.WRONG);
        }
        return day;
    }
}
