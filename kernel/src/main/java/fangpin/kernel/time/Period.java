package fangpin.kernel.time;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 期间 A half-open span of days: {@code from} is in it, {@code until} is not. "Until 31 December" is converted once, at the edge.
 *
 * @param from first day
 * @param until the day after the last; {@link LocalDate#MAX} for no end; after {@code from}
 */
public record Period(LocalDate from, LocalDate until) {
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("empty period: " + from + " to " + until);
        }
    }

    /** A period from a text that names its last day, as documents and files do. */
    public static Period ofInclusive(LocalDate from, LocalDate last) {
        return new Period(from, last.equals(LocalDate.MAX) ? last : last.plusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** The days in both periods, if there is one. */
    public Optional<Period> overlap(Period other) {
        LocalDate start = from.isAfter(other.from) ? from : other.from;
        LocalDate end = until.isBefore(other.until) ? until : other.until;
        return start.isBefore(end) ? Optional.of(new Period(start, end)) : Optional.empty();
    }

    /** The last day in it, as documents write it. */
    public LocalDate lastDay() {
        return until.equals(LocalDate.MAX) ? until : until.minusDays(1);
    }
}
