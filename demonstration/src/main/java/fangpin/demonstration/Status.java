package fangpin.demonstration;

import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 身份: a status a made-up person has from a day until a day.
 *
 * @param to first day it no longer holds; null while it goes on
 */
record Status(StatusKind kind, LocalDate from, @Nullable LocalDate to, String clause) {
    /** The same, ended on a day; one that had ended before stays as it is. */
    Status until(LocalDate day) {
        return to != null && !to.isAfter(day) ? this : new Status(kind, from, day, clause);
    }

    boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }
}
