package fangpin.office.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 公示: what the board of a village shows: full name, village and kind; never ID, phone, account or health.
 *
 * @param shownTo first day it no longer hangs
 */
public record Notice(
        long id,
        String path,
        String village,
        Determination.Kind kind,
        @Nullable StatusKind statusKind,
        String clause,
        String place,
        LocalDate shownFrom,
        LocalDate shownTo,
        List<Entry> entries,
        List<Objection> objections) {
    /** Days that one hangs at least. */
    public static final int FEWEST_DAYS = 5;

    /** Days that one hangs at most. */
    public static final int MOST_DAYS = 60;

    /** Where it stands in a list of notices of a day. */
    public OpenFirst rankOn(LocalDate day) {
        return new OpenFirst(shownTo.isAfter(day), id);
    }

    /** A line of the notice. */
    public record Entry(long determinationId, String names, String village, int persons) {}

    /** 异议: what somebody said against an entry, and the answer. */
    public record Objection(
            long id,
            long determinationId,
            LocalDate receivedOn,
            String said,
            @Nullable String answer,
            @Nullable LocalDate answeredOn) {}
}
