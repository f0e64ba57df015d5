package fangpin.office.web.api;

import fangpin.office.register.Basis;
import fangpin.office.register.Declaration;
import fangpin.office.register.Determination;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 申报: a case that a program begins. A person of the office investigates and another approves.
 *
 * @param persons of one household
 * @param status for a recognition or a graduation
 * @param toPlace for a move
 * @param otherPerson for a merge
 * @param period for a correction
 */
record CaseDeclared(
        Determination.Kind kind,
        List<Long> persons,
        @Nullable StatusKind status,
        String reason,
        Determination.FoundBy foundBy,
        LocalDate effectiveOn,
        @Nullable String toPlace,
        @Nullable Long otherPerson,
        @Nullable CorrectedPeriod period) {
    /**
     * 更正后的期间.
     *
     * @param until first day it no longer holds; left out while it goes on
     */
    record CorrectedPeriod(
            Long id, LocalDate from, @Nullable LocalDate until) {}

    /** What this kind of case needs, and what only another one does. */
    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        if (persons.isEmpty()) {
            faults.add(FieldFault.of("/persons", FieldReason.MISSING));
        }
        if (reason.isBlank()) {
            faults.add(FieldFault.of("/reason", FieldReason.MISSING));
        }
        if (kind == Determination.Kind.IDENTITY) {
            // names and numbers are corrected at the desk, with the paper in hand
            faults.add(FieldFault.of("/kind", FieldReason.WRONG));
        }
        boolean ofStatus = kind == Determination.Kind.RECOGNITION || kind == Determination.Kind.GRADUATION;
        compare("/status", ofStatus, status, faults);
        compare("/toPlace", kind == Determination.Kind.MOVE, toPlace, faults);
        compare("/otherPerson", kind == Determination.Kind.MERGE, otherPerson, faults);
        compare("/period", kind == Determination.Kind.CORRECTION, period, faults);
        if (period != null && period.until() != null && !period.until().isAfter(period.from())) {
            faults.add(FieldFault.of("/period/until", FieldReason.WRONG));
        }
        return faults;
    }

    private static void compare(String field, boolean needed, @Nullable Object said, List<FieldFault> faults) {
        if (needed != (said != null)) {
            faults.add(FieldFault.of(field, needed ? FieldReason.MISSING : FieldReason.NOT_WITH_OTHERS));
        }
    }

    /** As the register takes it; it rests on what the persons' place follows. */
    Declaration declaration(String path) {
        Basis basis = Basis.of(path, status);
        return new Declaration(
                kind,
                persons,
                status,
                basis.pack(),
                basis.clause(),
                reason.strip(),
                foundBy,
                effectiveOn,
                toPlace,
                otherPerson,
                period == null ? null : new Declaration.CorrectedSpell(period.id(), period.from(), period.until()));
    }
}
