package fangpin.office.claims;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 一份资料: as the family was told, and whether it came.
 *
 * @param needed false once the insurer does without it; the note says why
 * @param round 1 for the list told with the report, 2 for what was asked for once more
 */
public record Paper(
        PaperKind kind,
        boolean needed,
        int round,
        LocalDate toldOn,
        @Nullable LocalDate receivedOn,
        String note) {
    /** Whether it is still waited for. */
    public boolean missing() {
        return needed && receivedOn == null;
    }
}
