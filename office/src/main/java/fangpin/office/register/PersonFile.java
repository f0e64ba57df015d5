package fangpin.office.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 一人一档: everything the register keeps of a person, with what is personal masked.
 *
 * @param version to be sent back with a change, so that nobody overwrites another's
 * @param spells known now, the newest first
 * @param outdated periods that were found to be wrong, kept as they were known
 * @param former what stood on the record once, the last to be given up first
 * @param family members of the household, the person too
 * @param events the newest first
 * @param remarks what may be right and is worth a look
 */
public record PersonFile(
        PersonSummary person,
        long householdId,
        int version,
        String maskedPhone,
        String maskedAddress,
        String maskedBankCard,
        @Nullable String schooling,
        @Nullable String selfCare,
        @Nullable String student,
        @Nullable String handbookKeeper,
        @Nullable String caseOfficer,
        @Nullable String caseOfficerUnit,
        @Nullable LocalDate diedOn,
        @Nullable Long mergedInto,
        List<Division> places,
        List<Spell> spells,
        List<Spell> outdated,
        List<FormerValue> former,
        List<PersonSummary> family,
        List<TimelineEvent> events,
        List<Determination> cases,
        List<Remark> remarks) {

    /** 当时所知: what was taken to be true of a day at a moment; what was corrected later stands as it was known then. */
    public List<Spell> knownOn(LocalDate day, Instant known) {
        return Stream.concat(spells.stream(), outdated.stream())
                .filter(spell -> spell.heldOn(day, known))
                .toList();
    }
}
