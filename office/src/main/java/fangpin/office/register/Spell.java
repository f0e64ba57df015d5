package fangpin.office.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 身份期间: a person has a status from a day until a day, as known since a moment until a moment.
 *
 * @param validTo first day it no longer holds; null while it goes on
 * @param clause it rests on
 * @param determinationId the case that found it; null for what came by roster
 * @param knownTo when it was found to be wrong; null for what is known now
 */
public record Spell(
        long id,
        StatusKind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String clause,
        @Nullable Long determinationId,
        long enteredBy,
        @Nullable Long approvedBy,
        Instant knownFrom,
        @Nullable Instant knownTo) {
    /** Whether it holds on a day, as known now. */
    public boolean holdsOn(LocalDate day) {
        return knownTo == null && holds(day);
    }

    /** Whether it holds on a day, as it was known at a moment. */
    public boolean heldOn(LocalDate day, Instant known) {
        return holds(day) && !knownFrom.isAfter(known) && (knownTo == null || knownTo.isAfter(known));
    }

    private boolean holds(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }
}
