package fangpin.office.claims;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 申诉: against a decision, looked at by a third person.
 *
 * @param after the stage the claim goes back to when the decision stands
 * @param reopened null while it waits
 */
public record Appeal(
        long id,
        String appealedBy,
        String grounds,
        Claim.Stage after,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Boolean reopened,
        String answer,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn) {}
