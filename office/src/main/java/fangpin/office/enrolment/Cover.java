package fangpin.office.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 保障: a person is covered by a product of a pack for some days.
 *
 * @param category status by which the person is insured, as packs name it
 * @param clause that insures it
 * @param validTo first day without cover
 * @param policyNumber as the insurer gave it; null until it came
 */
public record Cover(
        long id,
        long personId,
        String pack,
        String product,
        String category,
        String clause,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable String policyNumber) {
    /** Whether it covers a day. */
    public boolean covers(LocalDate day) {
        return !validFrom.isAfter(day) && validTo.isAfter(day);
    }
}
