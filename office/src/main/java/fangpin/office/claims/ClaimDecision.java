package fangpin.office.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 理赔决定: what was decided at one time; the last one counts.
 *
 * @param becauseOf the claim whose new decision changed this one; null for its own
 * @param before running figures of the period before the claim, in the product's order
 * @param differenceFen benefit by this decision less that of the one before
 */
public record ClaimDecision(
        long id,
        int number,
        @Nullable Long becauseOf,
        long adoptionId,
        LocalDate decidingOn,
        String accidentKey,
        List<Long> inputValues,
        List<Long> before,
        long benefitFen,
        long differenceFen,
        long yearPaidFen,
        String packHash,
        String inputHash,
        String engine,
        long decidedBy,
        LocalDate decidedOn) {
    public ClaimDecision {
        inputValues = List.copyOf(inputValues);
        before = List.copyOf(before);
    }
}
