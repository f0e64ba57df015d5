package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;

/** The people of a random county: who is in the members file with which spells, and who is not. */
final class RandomPeople {
    private static final List<String> CATEGORIES = List.of(
            PlainWords.POLICY_BENEFICIARY,
            PlainWords.POLICY_BENEFICIARY,
            PlainWords.INSTANT_HELP,
            PlainWords.INSTANT_HELP,
            "low-income",
            "Instant-Help",
            "instant-help ",
            "脱贫不享受政策");

    private final Dice dice;
    private final List<String> known = new ArrayList<>();
    private final List<RandomRow> spells = new ArrayList<>();

    RandomPeople(Dice dice) {
        this.dice = dice;
        int count = dice.between(1, 7);
        for (int number = 1; number <= count; number++) {
            addPerson(dice.oneIn(2) ? "P" + number : NastyIds.of(dice, number));
        }
    }

    private void addPerson(String person) {
        known.add(person);
        if (dice.percent(60)) {
            String to = dice.pick(List.of("", "", "2020-01-01", "2020-06-30", "2020-12-31", "9999-12-31"));
            String from = dice.pick(List.of("2014-01-01", "2019-12-31", "2020-01-01"));
            addSpell(person, PlainWords.POLICY_BENEFICIARY, from, to);
        }
        int further = dice.between(spells.isEmpty() || dice.oneIn(2) ? 1 : 0, 3);
        for (int count = 0; count < further; count++) {
            String from = NastyDates.edgeOrFar(dice);
            String to = dice.oneIn(3) ? "" : NastyDates.edgeOrFar(dice);
            boolean turnedAround = !to.isEmpty() && to.compareTo(from) < 0;
            addSpell(person, dice.pick(CATEGORIES), turnedAround ? to : from, turnedAround ? from : to);
        }
        if (dice.oneIn(4)) {
            addSpell(person, PlainWords.INSTANT_HELP, dice.pick(NastyDates.days(dice)), "");
        }
    }

    private void addSpell(String person, String category, String from, String to) {
        RandomRow spell = new RandomRow();
        spell.put("person_id", person);
        spell.put("category", category);
        spell.put("from", from);
        spell.put("to", to);
        spells.add(spell);
    }

    /** Now and then a person who must not be taken for a known one. */
    String anyone(int nastiness) {
        String person = dice.pick(known);
        return dice.percent(nastiness / 2) ? NastyIds.twin(dice, person) : person;
    }

    /** A person who is covered on every day of the period, for the rows that shall reach the limits. */
    String newCoveredPerson() {
        String person = "Covered " + known.size();
        known.add(person);
        addSpell(person, PlainWords.POLICY_BENEFICIARY, "2019-01-01", "");
        return person;
    }

    List<RandomRow> spells() {
        return dice.shuffled(spells);
    }
}
