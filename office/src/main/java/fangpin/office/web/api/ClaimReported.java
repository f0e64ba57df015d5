package fangpin.office.web.api;

import fangpin.office.claims.Claim;
import fangpin.office.claims.LossReport;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 报案: what an insurer's call centre or a village's program says happened.
 *
 * @param idNumber whole, of the person who had the accident
 * @param cause as the pack names it
 * @param circumstances in the reporter's words
 * @param reporter who says so, and what he is to the person
 * @param phone to be called back; left out where there is none
 * @param another another accident than one already reported for the same day
 * @param diedOn of a death
 */
record ClaimReported(
        String idNumber,
        Claim.Kind kind,
        LocalDate happenedOn,
        String place,
        String cause,
        String circumstances,
        Claim.ThirdParty thirdParty,
        Claim.Channel channel,
        String reporter,
        @Nullable String phone,
        @Nullable Boolean green,
        @Nullable Boolean another,
        @Nullable LocalDate diedOn) {

    String person() {
        return idNumber.strip().toUpperCase(Locale.ROOT);
    }

    LossReport about(long person) {
        return new LossReport(
                person,
                kind,
                happenedOn,
                place.strip(),
                cause,
                circumstances.strip(),
                thirdParty,
                channel,
                reporter.strip(),
                phone == null ? "" : phone.strip(),
                Boolean.TRUE.equals(green),
                Boolean.TRUE.equals(another),
                diedOn);
    }

    /** Without anything of the person. */
    @Override
    public String toString() {
        return "loss report";
    }
}
