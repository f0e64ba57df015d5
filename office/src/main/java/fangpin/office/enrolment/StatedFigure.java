package fangpin.office.enrolment;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 申报数: a figure of a premium that no register counts, with where it comes from.
 *
 * @param measure of the pack, or {@link StatedFigures#CARRY_OVER}
 * @param value persons; fen where money is carried over
 * @param asOf day of the count
 * @param source document or account it is taken from
 */
public record StatedFigure(
        long id,
        String path,
        String pack,
        String measure,
        long value,
        LocalDate asOf,
        String source,
        State state,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String reason) {
    /** 状态 */
    public enum State {
        /** 待复核 */
        PROPOSED,
        /** 已复核 */
        APPROVED,
        /** 退回 */
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
