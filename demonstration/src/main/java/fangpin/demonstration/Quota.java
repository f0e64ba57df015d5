package fangpin.demonstration;

import fangpin.office.register.StatusKind;
import java.util.List;

/**
 * 人数指标: how many policy beneficiaries a unit has on the reference day, all told and by what the allocation counts.
 *
 * @param cityStandard of them held to the city's own standard
 * @param keyVillage of them in key villages
 * @param aged60 of them 60 or over
 * @param students children of theirs at vocational schools in the spring term of 2020
 */
record Quota(int persons, int cityStandard, int keyVillage, int aged60, int students) {
    Quota {
        if (Math.min(Math.min(persons, cityStandard), Math.min(keyVillage, Math.min(aged60, students))) < 0) {
            throw new IllegalArgumentException("below nothing");
        }
    }

    /** What is left when these, who live in villages that are not key villages, are there already. */
    Quota without(List<Household> told) {
        List<Person> there = told.stream()
                .flatMap(household -> household.members().stream())
                .filter(person -> person.holds(StatusKind.POLICY_BENEFICIARY, Calendar.REFERENCE))
                .toList();
        return new Quota(
                persons - there.size(),
                cityStandard,
                keyVillage,
                aged60 - count(there, person -> person.born.isBefore(Calendar.SIXTY)),
                students - count(there, person -> person.holds(StatusKind.VOCATIONAL_STUDENT, Calendar.TODAY)));
    }

    private static int count(List<Person> persons, java.util.function.Predicate<Person> which) {
        return (int) persons.stream().filter(which).count();
    }
}
