package fangpin.office.claims;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 报案: what somebody says happened.
 *
 * @param cause one of {@link Causes}
 * @param circumstances in the reporter's words; kept sealed, for they tell of a person's health
 * @param reporter who says so, and what he is to the person
 * @param phone to be called back; empty if there is none
 * @param another another accident than one already reported for the same day
 * @param diedOn of a death; null for the other kinds
 */
public record LossReport(
        long personId,
        Claim.Kind kind,
        LocalDate happenedOn,
        String place,
        String cause,
        String circumstances,
        Claim.ThirdParty thirdParty,
        Claim.Channel channel,
        String reporter,
        String phone,
        boolean green,
        boolean another,
        @Nullable LocalDate diedOn) {
    /** Names the person's record only. */
    @Override
    public String toString() {
        return "loss report of person/" + personId;
    }
}
