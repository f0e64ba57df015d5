package fangpin.office.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 所填日期: reads a day that somebody typed. What lies far from any life or contract is a slip of the fingers, such as the year 0202. */
public final class TypedDay {
    /** The first day that is taken for one. */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** The last day that is taken for one. */
    public static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private TypedDay() {}

    /** The day; empty for nothing, for what is not written like {@code 2020-05-10} and for a day out of bounds. */
    public static Optional<LocalDate> of(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(TypedDay::isLikely);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** Whether a day lies within the bounds. */
    public static boolean isLikely(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
