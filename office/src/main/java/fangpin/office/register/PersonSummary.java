package fangpin.office.register;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 人员一行: a person as lists show it; nothing of it needs unmasking.
 *
 * @param maskedId the ID number with its middle hidden; empty when the person has none yet
 * @param path where one lives; in the list of a status, where one held it on the list's day
 * @param diedOn the day of death; null of the living
 * @param statuses held on the list's day
 */
public record PersonSummary(
        long id,
        String name,
        String maskedId,
        int sex,
        @Nullable LocalDate bornOn,
        String relation,
        String householdNumber,
        String path,
        @Nullable LocalDate diedOn,
        List<StatusKind> statuses) {
    /** Full years on a day, or at death if that was before; -1 when the birthday is not known. */
    public int ageOn(LocalDate day) {
        LocalDate last = diedOn == null || day.isBefore(diedOn) ? day : diedOn;
        return bornOn == null ? -1 : Period.between(bornOn, last).getYears();
    }
}
