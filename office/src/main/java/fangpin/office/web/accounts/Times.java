package fangpin.office.web.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 时刻: moments as pages write them, in the office's time. */
@Component
public final class Times {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Clock clock;
    private final ZoneId zone;

    Times(Clock clock) {
        this.clock = clock;
        zone = clock.getZone();
    }

    /** The true day: what the audit goes by, also where the demonstration shows another. */
    public LocalDate day() {
        return LocalDate.now(clock);
    }

    /** 2020-05-10 09:30:12 */
    public String exact(Instant time) {
        return SECONDS.format(time.atZone(zone));
    }

    /** 2020-05-10 09:30; empty for none. */
    public String minute(@Nullable Instant time) {
        return time == null ? "" : MINUTES.format(time.atZone(zone));
    }

    /** A refusal's arguments with moments written out. */
    Object shown(Object argument) {
        return argument instanceof Instant time ? minute(time) : argument;
    }
}
