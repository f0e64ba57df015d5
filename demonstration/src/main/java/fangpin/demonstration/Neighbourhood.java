package fangpin.demonstration;

import java.time.LocalDate;
import java.util.List;

/** 安家: gives families a village, a house, a household number and a case officer. */
final class Neighbourhood {
    private final Dice dice;
    private final People people;
    private final List<Place> villages;
    private final String unit;
    private final int[] numbers;
    private final String[] officers;

    /**
     * Over these villages.
     *
     * @param unit where the case officers work
     */
    Neighbourhood(Dice dice, People people, List<Place> villages, String unit) {
        this.dice = dice;
        this.people = people;
        this.villages = List.copyOf(villages);
        this.unit = unit;
        numbers = new int[villages.size()];
        officers = new String[villages.size()];
    }

    /** Settles a family in a village by chance. */
    Household settle(List<Person> members, LocalDate enteredOn, String ground) {
        int chosen = dice.below(villages.size());
        if (officers[chosen] == null) {
            officers[chosen] = people.surname() + dice.pick(Words.of(dice.falls(600) ? "man" : "woman"));
        }
        numbers[chosen]++;
        Place village = villages.get(chosen);
        return new Household(
                number(village.code(), numbers[chosen]),
                village,
                village.address() + numbers[chosen] + "号",
                officers[chosen],
                unit,
                enteredOn,
                ground,
                members);
    }

    /** County, town and village, then the household within the village: 371082104-201-017. */
    static String number(String village, int household) {
        String text = Integer.toString(household);
        return village.substring(0, 9) + "-" + village.substring(9) + "-" + "0".repeat(Math.max(0, 3 - text.length()))
                + text;
    }
}
