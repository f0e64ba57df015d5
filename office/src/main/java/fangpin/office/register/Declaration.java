package fangpin.office.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 申报: what begins a case.
 *
 * @param persons of one household; a move takes all of it, whoever is named
 * @param statusKind to be recognised or ended; null for other kinds
 * @param pack and clause it rests on
 * @param toPath for a move: the village or, beyond one's own division, the county it goes to
 * @param otherPersonId for a merge: the record that is given up
 * @param spell for a correction: the period that was wrong, and what it should have been; null otherwise
 */
public record Declaration(
        Determination.Kind kind,
        List<Long> persons,
        @Nullable StatusKind statusKind,
        String pack,
        String clause,
        String reason,
        Determination.FoundBy foundBy,
        LocalDate effectiveOn,
        @Nullable String toPath,
        @Nullable Long otherPersonId,
        @Nullable CorrectedSpell spell) {
    public Declaration {
        persons = List.copyOf(persons);
    }

    /** The same of other persons. */
    public Declaration of(List<Long> others) {
        return new Declaration(
                kind, others, statusKind, pack, clause, reason, foundBy, effectiveOn, toPath, otherPersonId, spell);
    }

    /**
     * 更正: the period as it should have been.
     *
     * @param to first day it no longer holds; null while it goes on
     */
    public record CorrectedSpell(
            long spellId, LocalDate from, @Nullable LocalDate to) {}
}
