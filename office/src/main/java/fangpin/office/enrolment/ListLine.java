package fangpin.office.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 名单一行: a person and a product, with what becomes of the cover and why.
 *
 * @param village whole name of the place
 * @param reason its word: insured, moved, died, merged, ...
 * @param category status that insures; empty where none does
 * @param validTo first day without cover; null where the cover is void or never was
 */
public record ListLine(
        long personId,
        String path,
        String village,
        String name,
        String maskedId,
        String product,
        Enrolment.Outcome outcome,
        String reason,
        String category,
        String clause,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String policyNumber) {}
