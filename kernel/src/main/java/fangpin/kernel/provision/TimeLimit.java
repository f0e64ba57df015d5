package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.time.Span;
import fangpin.kernel.time.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 时限 By when something must be done, counted from an event (WH6 §3.1: 30 days to pass money on, 15 of them finance's).
 *
 * @param events what is recorded with its date; the start and the stop are among them
 * @param starts id of the event it counts from (reading R16)
 * @param stops id of the event that keeps it
 * @param within the limit it runs inside of, whose last day bounds its own; or null
 * @param readings ids of the readings that shaped it
 */
public record TimeLimit(
        String id,
        Text name,
        ClauseId clause,
        List<Event> events,
        String starts,
        String stops,
        Span span,
        @Nullable TimeLimit within,
        List<String> readings)
        implements Provision {

    /** 事项 Something that happens on a day: 下达, 到账, 拨付. */
    public record Event(String id, Text name) {}

    /** How a limit stands on a day. */
    public enum State {
        NOT_STARTED,
        RUNNING,
        KEPT,
        LATE
    }

    /**
     * The last day in time, also inside of the limit around it; empty while the start has not happened.
     *
     * @param happened days by event id, of this limit and of those around it
     */
    public Optional<LocalDate> deadline(Map<String, LocalDate> happened, WorkCalendar calendar) {
        LocalDate start = happened.get(starts);
        if (start == null) {
            return Optional.empty();
        }
        LocalDate own = span.lastDay(start, calendar);
        Optional<LocalDate> around = within == null ? Optional.empty() : within.deadline(happened, calendar);
        return Optional.of(around.filter(own::isAfter).orElse(own));
    }

    /**
     * How it stands.
     *
     * @param today the day it is asked of
     */
    public State state(Map<String, LocalDate> happened, WorkCalendar calendar, LocalDate today) {
        Optional<LocalDate> deadline = deadline(happened, calendar);
        if (deadline.isEmpty()) {
            return State.NOT_STARTED;
        }
        LocalDate stopped = happened.get(stops);
        boolean late = (stopped == null ? today : stopped).isAfter(deadline.get());
        if (late) {
            return State.LATE;
        }
        return stopped == null ? State.RUNNING : State.KEPT;
    }
}
