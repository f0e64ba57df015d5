package fangpin.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 造人: names, and numbers that can belong to nobody. */
final class People {
    private static final List<String> SURNAMES = Words.of("surname");
    private final Dice dice;
    private final Map<String, Integer> serials;
    private final String county;

    /**
     * A maker of people.
     *
     * @param county the first four digits of their ID numbers
     * @param serials how many were born on each day so far; shared by all makers, so that no number comes twice
     */
    People(Dice dice, String county, Map<String, Integer> serials) {
        this.dice = dice;
        this.county = county;
        this.serials = serials;
    }

    /** Serial numbers for a fresh country. */
    static Map<String, Integer> serials() {
        return new HashMap<>();
    }

    String surname() {
        return dice.pick(SURNAMES);
    }

    /** One of a thousand names has characters that many systems lose. */
    Person person(String surname, int sex, LocalDate born, String relation) {
        Person person = new Person(name(surname, sex, born), sex, born, relation);
        number(person);
        return person;
    }

    /** A person of a story, whose name is told. */
    Person named(String name, int sex, LocalDate born, String relation) {
        Person person = new Person(name, sex, born, relation);
        number(person);
        return person;
    }

    private String name(String surname, int sex, LocalDate born) {
        if (dice.falls(1)) {
            return dice.pick(Words.of("rare"));
        }
        List<String> letters = Words.of(born.getYear() >= 1992 ? "child" : sex == 1 ? "man" : "woman");
        String first = dice.pick(letters);
        if (dice.falls(180)) {
            return surname + first;
        }
        return surname + first + dice.pick(letters);
    }

    private void number(Person person) {
        String day = county + person.born + person.sex;
        int taken = serials.merge(day, 1, Integer::sum) - 1;
        person.idNumber = SyntheticNumbers.id(county, person.born, 2 * taken + (person.sex == 1 ? 1 : 0));
        if (dice.falls(950) && person.ageOn(Calendar.REFERENCE) > 13) {
            person.phone = SyntheticNumbers.phone(dice.below(100_000_000));
        }
        if (dice.falls(900)) {
            person.bankCard = SyntheticNumbers.bankCard(dice.below(1_000_000_000));
        }
    }
}
