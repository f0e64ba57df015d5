package fangpin.office.web.api;

import fangpin.office.access.Mask;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 人员一行: a person with what is personal masked. The birthday, which the mask of the ID number hides, is given as an age only.
 *
 * @param sex 1 male, 2 female, 0 not known, as GB/T 2261 has it
 * @param age full years on the day asked for; null where the birthday is not known
 * @param relation to the head of the household, GB/T 4761
 * @param diedOn the day of death; null of the living
 * @param statuses held on the day asked for
 */
record PersonLine(
        long id,
        String name,
        String idNumber,
        int sex,
        @Nullable Integer age,
        String relation,
        String household,
        String place,
        @Nullable LocalDate diedOn,
        List<StatusKind> statuses) {
    static PersonLine of(PersonSummary person, LocalDate day) {
        int years = person.ageOn(day);
        return new PersonLine(
                person.id(),
                Mask.name(person.name()),
                person.maskedId(),
                person.sex(),
                years < 0 ? null : years,
                person.relation(),
                person.householdNumber(),
                person.path(),
                person.diedOn(),
                person.statuses());
    }
}
