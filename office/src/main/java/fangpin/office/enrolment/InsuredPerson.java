package fangpin.office.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 被保险人: a person covered by a product, as a screen shows it.
 *
 * @param village whole name of the place
 * @param validTo first day without cover
 */
public record InsuredPerson(
        long personId,
        String path,
        String village,
        String name,
        String maskedId,
        String category,
        String clause,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable String policyNumber) {}
