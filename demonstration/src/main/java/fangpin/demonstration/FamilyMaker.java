package fangpin.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** 造户: the members of a family, with ages, relations, schooling and self-care that go together. */
final class FamilyMaker {
    private static final LocalDate OLDEST = LocalDate.of(1927, 1, 1);
    private final Dice dice;
    private final People people;

    FamilyMaker(Dice dice, People people) {
        this.dice = dice;
        this.people = people;
    }

    List<Person> members(Family family) {
        String surname = people.surname();
        List<Person> members = new ArrayList<>();
        int year = family.old > 0 ? dice.between(1934, 1956) : dice.between(1964, 1984);
        boolean couple = family != Family.OLD_ALONE && family != Family.OLD_PARENT_AND_CHILD && family != Family.ALONE;
        Person head = people.person(surname, couple || dice.falls(600) ? 1 : 2, born(family, year), "02");
        members.add(head);
        if (couple) {
            members.add(people.person(people.surname(), 2, born(family, year + dice.between(-3, 3)), "12"));
        }
        switch (family) {
            case OLD_COUPLE_AND_GRANDCHILD -> members.add(grandchild(surname));
            case OLD_PARENT_AND_CHILD -> members.add(adultChild(surname, year));
            case THREE_GENERATIONS -> {
                members.add(people.person(surname, 1, young(dice.between(1968, 1982)), "20"));
                members.add(people.person(people.surname(), 2, young(dice.between(1969, 1983)), "38"));
                members.add(grandchild(surname));
                members.add(grandchild(surname));
            }
            case PARENTS_AND_CHILD -> members.add(child(surname));
            case PARENTS_AND_TWO -> {
                members.add(child(surname));
                members.add(child(surname));
            }
            case OLD_ALONE, OLD_COUPLE, COUPLE, ALONE -> {}
        }
        members.forEach(this::describe);
        return members;
    }

    private LocalDate born(Family family, int year) {
        if (family.old == 0) {
            return young(year);
        }
        LocalDate day = dayIn(Math.min(Math.max(year, OLDEST.getYear()), Calendar.SIXTY.getYear() - 1));
        return day.isBefore(Calendar.SIXTY) ? day : Calendar.SIXTY.minusDays(1);
    }

    private LocalDate young(int year) {
        return dayIn(Math.max(year, Calendar.SIXTY.getYear()));
    }

    private LocalDate dayIn(int year) {
        return LocalDate.of(year, 1, 1).plusDays(dice.below(365));
    }

    private Person adultChild(String surname, int parent) {
        boolean son = dice.falls(700);
        return people.person(surname, son ? 1 : 2, young(parent + dice.between(22, 34)), son ? "20" : "30");
    }

    private Person child(String surname) {
        boolean son = dice.falls(510);
        return people.person(surname, son ? 1 : 2, dayIn(dice.between(1998, 2016)), son ? "20" : "30");
    }

    private Person grandchild(String surname) {
        boolean boy = dice.falls(510);
        return people.person(surname, boy ? 1 : 2, dayIn(dice.between(1998, 2016)), boy ? "41" : "42");
    }

    private void describe(Person person) {
        int age = person.ageOn(Calendar.REFERENCE);
        if (age < 22) {
            person.schooling = age < 7 ? "preschool" : age < 13 ? "primary" : age < 16 ? "junior" : "senior";
            person.student = age < 3 ? "none" : age > 18 ? "bachelor" : person.schooling;
            if (age > 18) {
                person.schooling = "bachelor";
            }
            return;
        }
        person.schooling = age > 75 && dice.falls(500)
                ? "illiterate"
                : age > 60 ? "primary" : dice.falls(700) ? "junior" : "senior";
        boolean weak = dice.falls(age > 80 ? 250 : age > 70 ? 120 : 40);
        person.selfCare = !weak ? "full" : dice.falls(300) ? "none" : "partial";
        if (weak || "illiterate".equals(person.schooling)) {
            person.handbookKeeper = "村委会代管";
        }
    }
}
