package fangpin.office.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * 办公日: the day the office works on. It is today, unless the office shows the demonstration, whose stories play in 2020: then the
 * named day is that of the start, and the days go on from there. Sign-in, audit and whatever else is measured keep the true time.
 *
 * @param clock the day's
 * @param staged whether it is another than the true one
 */
public record OfficeDay(Clock clock, boolean staged) {
    /** The true day. */
    public static OfficeDay of(Clock clock) {
        return new OfficeDay(clock, false);
    }

    /** Another day from now on. */
    public static OfficeDay staged(Clock clock, LocalDate today) {
        Instant now = clock.instant();
        Instant there = now.atZone(clock.getZone()).with(today).toInstant();
        return new OfficeDay(Clock.offset(clock, Duration.between(now, there)), true);
    }

    /** The day. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
