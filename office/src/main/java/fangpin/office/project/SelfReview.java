package fangpin.office.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 绩效自评: how a project did, as its own people see it.
 *
 * @param score of 100
 * @param confirmedOn the day another person confirmed it; null before
 */
public record SelfReview(
        long id,
        int score,
        String said,
        LocalDate reviewedOn,
        long enteredBy,
        @Nullable LocalDate confirmedOn) {}
