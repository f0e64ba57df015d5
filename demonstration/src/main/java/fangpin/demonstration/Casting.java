package fangpin.demonstration;

import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** 选角: makes the persons and households that stories tell of. */
final class Casting {
    private final Country country;
    private final People people;

    Casting(Country country, Map<String, Integer> serials) {
        this.country = country;
        people = new People(Dice.of("stories"), "3710", serials);
    }

    Person person(String name, String relation, int sex, int year, int month, int day) {
        return people.named(name, sex, LocalDate.of(year, month, day), relation);
    }

    /** The same, a policy beneficiary since a day or since birth. */
    Person beneficiary(LocalDate since, Person person) {
        LocalDate from = person.born.isAfter(since) ? person.born : since;
        person.statuses.add(new Status(StatusKind.POLICY_BENEFICIARY, from, null, "WH3 §2b"));
        return person;
    }

    /** A household by its number within the village. */
    Household household(String village, int number, String officer, LocalDate enteredOn, Person... members) {
        Place place = country.get(village);
        return new Household(
                Neighbourhood.number(village, number),
                place,
                place.address() + number + "号",
                officer,
                "扶贫办",
                enteredOn,
                "威扶贫组办字〔2020〕3号",
                List.of(members));
    }

    Place place(String code) {
        return country.get(code);
    }
}
