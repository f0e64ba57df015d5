package fangpin.demonstration;

import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 一区人口: the households of a district whose headcounts come out as its quota says, to the person, and besides them those who had
 * left before the reference day and those who came after it.
 */
final class UnitMaker {
    /** The days on which households were entered, round by round. */
    static final List<LocalDate> LISTED = List.of(
            LocalDate.of(2014, 12, 20),
            LocalDate.of(2015, 12, 18),
            LocalDate.of(2016, 3, 18),
            LocalDate.of(2016, 12, 16),
            LocalDate.of(2017, 12, 15),
            LocalDate.of(2018, 12, 21));

    private static final LocalDate AUTUMN = LocalDate.of(2019, 9, 1);
    private static final LocalDate SPRING = LocalDate.of(2020, 2, 1);
    private static final LocalDate SUMMER = LocalDate.of(2020, 8, 1);

    private final Dice dice;
    private final FamilyMaker families;
    private final Clauses clauses;
    private final List<Household> made = new ArrayList<>();

    UnitMaker(Dice dice, People people, Clauses clauses) {
        this.dice = dice;
        this.clauses = clauses;
        families = new FamilyMaker(dice, people);
    }

    /**
     * The clauses a unit's statuses rest on.
     *
     * @param ground the document persons are entered under
     */
    record Clauses(String beneficiary, String cityStandard, String student, String instantHelp, String ground) {}

    /** Households of both kinds of villages. */
    List<Household> make(Quota quota, Neighbourhood keyVillages, Neighbourhood otherVillages) {
        int oldInKey = quota.persons() == 0 ? 0 : (int) ((long) quota.aged60() * quota.keyVillage() / quota.persons());
        beneficiaries(oldInKey, quota.keyVillage() - oldInKey, keyVillages);
        beneficiaries(
                quota.aged60() - oldInKey,
                quota.persons() - quota.keyVillage() - (quota.aged60() - oldInKey),
                otherVillages);
        List<Household> insured = List.copyOf(made);
        students(insured, quota.students());
        cityStandard(insured, quota.cityStandard());
        leaveIn2020(insured);
        leftBefore(quota.persons() / 50, otherVillages);
        instantHelp(quota.persons() == 0 ? 0 : 1 + quota.persons() / 600, otherVillages);
        return List.copyOf(made);
    }

    private void beneficiaries(int old, int young, Neighbourhood villages) {
        int oldLeft = old;
        int youngLeft = young;
        while (oldLeft + youngLeft > 0) {
            Family family = choose(oldLeft, youngLeft);
            oldLeft -= family.old;
            youngLeft -= family.young;
            LocalDate since = dice.pick(LISTED);
            made.add(household(family, since, villages));
        }
    }

    private Household household(Family family, LocalDate since, Neighbourhood villages) {
        List<Person> members = families.members(family);
        for (Person person : members) {
            LocalDate from = person.born.isAfter(since) ? person.born : since;
            person.statuses.add(new Status(StatusKind.POLICY_BENEFICIARY, from, null, clauses.beneficiary()));
        }
        return villages.settle(members, since, clauses.ground());
    }

    private Family choose(int oldLeft, int youngLeft) {
        boolean old = dice.below(oldLeft + youngLeft) < oldLeft;
        List<Family> possible = Arrays.stream(Family.values())
                .filter(family -> family.fits(oldLeft, youngLeft) && (family.old > 0) == old)
                .toList();
        return dice.pick(possible);
    }

    private void students(List<Household> households, int count) {
        int left = count;
        for (Household household : shuffled(households)) {
            for (Person person : household.members()) {
                int age = person.ageOn(Calendar.REFERENCE);
                if (left > 0 && age >= 15 && age <= 20) {
                    person.student = age > 17 ? "college" : "vocational";
                    person.statuses.add(new Status(StatusKind.VOCATIONAL_STUDENT, AUTUMN, SPRING, clauses.student()));
                    person.statuses.add(new Status(StatusKind.VOCATIONAL_STUDENT, SPRING, SUMMER, clauses.student()));
                    left--;
                }
            }
        }
        if (left > 0) {
            throw new IllegalStateException("not enough children of that age: " + left);
        }
    }

    private void cityStandard(List<Household> households, int count) {
        int left = count;
        for (Household household : shuffled(households)) {
            for (Person person : household.members()) {
                if (left > 0) {
                    Status beneficiary = person.statuses.getFirst();
                    person.statuses.add(new Status(
                            StatusKind.CITY_STANDARD, beneficiary.from(), beneficiary.to(), clauses.cityStandard()));
                    left--;
                }
            }
        }
    }

    /** After the reference day some die. */
    private void leaveIn2020(List<Household> households) {
        for (Household household : households) {
            for (Person person : household.members()) {
                if (person.born.isBefore(Calendar.SIXTY) && dice.falls(6)) {
                    person.dies(dice.day(LocalDate.of(2020, 1, 3), Calendar.TODAY.minusDays(1)));
                }
            }
        }
    }

    /** Before the reference day some had died or no longer needed help. */
    private void leftBefore(int persons, Neighbourhood villages) {
        for (int i = 0; i < persons; i++) {
            Household household = household(Family.OLD_ALONE, dice.pick(LISTED.subList(0, 3)), villages);
            made.add(household);
            Person person = household.members().getFirst();
            LocalDate day = dice.day(LocalDate.of(2017, 1, 2), Calendar.REFERENCE.minusDays(2));
            if (dice.falls(700)) {
                person.dies(day);
            } else {
                person.statuses.replaceAll(status -> status.until(day));
            }
        }
    }

    /** General households found to be at risk in 2020, and recognised as instant-help. */
    private void instantHelp(int households, Neighbourhood villages) {
        for (int i = 0; i < households; i++) {
            LocalDate found = dice.day(LocalDate.of(2020, 2, 3), LocalDate.of(2020, 4, 18));
            LocalDate recognised = found.plusDays(15);
            List<Person> members =
                    families.members(dice.falls(600) ? Family.PARENTS_AND_CHILD : Family.PARENTS_AND_TWO);
            for (Person person : members) {
                person.statuses.add(new Status(StatusKind.AT_RISK, found, recognised, clauses.instantHelp()));
                person.statuses.add(new Status(StatusKind.INSTANT_HELP, recognised, null, clauses.instantHelp()));
            }
            made.add(villages.settle(members, found, clauses.ground()));
        }
    }

    private List<Household> shuffled(List<Household> households) {
        List<Household> shuffled = new ArrayList<>(households);
        dice.shuffle(shuffled);
        return shuffled;
    }
}
