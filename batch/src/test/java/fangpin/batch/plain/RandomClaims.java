package fangpin.batch.plain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The accident claims of a random county. */
final class RandomClaims {
    private static final List<String> ACCIDENTS = List.of("A", "a", "A ", "A10", "A2", "事故,1");
    private static final List<String> KINDS = List.of(
            PlainWords.MEDICAL,
            PlainWords.MEDICAL,
            PlainWords.MEDICAL,
            PlainWords.DISABILITY,
            PlainWords.DISABILITY,
            PlainWords.DEATH);
    private static final List<String> NOT_LISTED = List.of("", "", "fall", "Fire", "earthquake", "煤气中毒", "交通事故");

    /** Fen around the bounds of WH3 §3.2: the deductible, the cost at which the limit is reached, and single fen. */
    private static final List<Integer> COSTS = List.of(0, 1, 2, 3, 4, 5, 6_000, 10_000, 110_000, 2_510_000);

    /** Fen around the standards of WH3 §3.2. */
    private static final List<Integer> LUMP_SUMS = List.of(0, 1, 500_000, 1_000_000, 3_000_000, 4_500_000, 5_000_000);

    private final Dice dice;
    private final RandomPeople people;
    private final int nastiness;
    private final List<String> days;
    private final List<String> accidents;
    private final List<RandomRow> rows = new ArrayList<>();

    RandomClaims(Dice dice, RandomPeople people, int nastiness) {
        this.dice = dice;
        this.people = people;
        this.nastiness = nastiness;
        this.days = NastyDates.days(dice);
        this.accidents = dice.shuffled(ACCIDENTS).subList(0, dice.between(1, 4));
    }

    List<RandomRow> rows(int count) {
        if (dice.oneIn(4)) {
            addMedicalAroundTheLimit();
        }
        while (rows.size() < count) {
            String person = people.anyone(nastiness);
            String kind = dice.pick(KINDS);
            if (kind.equals(PlainWords.MEDICAL)) {
                addMedical(person, dice.pick(accidents), cost());
            } else {
                addLumpSum(person, kind);
            }
        }
        return dice.shuffled(rows);
    }

    private BigInteger cost() {
        int around = dice.pick(COSTS) + dice.between(-3, 10);
        return BigInteger.valueOf(dice.oneIn(3) ? dice.between(0, 3_000_000) : Math.max(around, 0));
    }

    /** Medical claims of one person over two accidents that together end just below, at, or above the limit of 20,000. */
    private void addMedicalAroundTheLimit() {
        String person = people.newCoveredPerson();
        BigInteger firstAccident = BigInteger.valueOf(dice.between(0, 2_000) * 125L + 10_000);
        BigInteger both = BigInteger.valueOf(2_500_000 + 20_000 + dice.between(-3, 3));
        for (BigInteger piece : dice.split(firstAccident, dice.between(1, 3))) {
            addPlainMedical(person, "first", piece);
        }
        for (BigInteger piece : dice.split(both.subtract(firstAccident), dice.between(1, 3))) {
            addPlainMedical(person, "second", piece);
        }
        addPlainMedical(person, dice.pick(List.of("first", "second", "third")), BigInteger.valueOf(20_000));
    }

    private void addPlainMedical(String person, String accident, BigInteger eligible) {
        RandomRow row = row(person, PlainWords.MEDICAL, accident);
        row.put("eligible_cost", NastyAmounts.text(dice, eligible));
        rows.add(row);
    }

    private void addMedical(String person, String accident, BigInteger eligible) {
        RandomRow row = row(person, PlainWords.MEDICAL, accident);
        row.put("eligible_cost", NastyAmounts.text(dice, eligible));
        if (dice.oneIn(2)) {
            BigInteger paidByOthers = eligible.subtract(NastyAmounts.part(dice, eligible));
            boolean oneFenTooMuch = dice.percent(nastiness / 3);
            List<BigInteger> parts =
                    dice.split(oneFenTooMuch ? eligible.add(BigInteger.ONE) : paidByOthers, dice.between(1, 3));
            row.put("other_paid", NastyAmounts.text(dice, parts.getFirst()));
            row.put("disaster_paid", parts.size() == 1 ? "" : NastyAmounts.text(dice, parts.get(1)));
        }
        finish(row);
    }

    private void addLumpSum(String person, String kind) {
        RandomRow row = row(person, kind, dice.pick(accidents));
        if (kind.equals(PlainWords.DISABILITY)) {
            row.put("grade", Integer.toString(dice.between(1, 10)));
        }
        if (dice.oneIn(2)) {
            int sum = dice.pick(LUMP_SUMS) + dice.between(-1, 1);
            row.put("disaster_paid", NastyAmounts.text(dice, BigInteger.valueOf(Math.max(sum, 0))));
        }
        if (dice.oneIn(4)) {
            row.put("other_paid", NastyAmounts.text(dice, BigInteger.valueOf(dice.between(0, 9_000_000))));
        }
        finish(row);
    }

    private RandomRow row(String person, String kind, String accident) {
        RandomRow row = new RandomRow();
        row.put("claim_id", NastyIds.of(dice, dice.between(0, 999)));
        row.put("person_id", person);
        row.put("accident_id", accident);
        row.put("accident_date", dice.pick(days));
        row.put("kind", kind);
        // What the kind does not use is ignored, whatever stands there.
        row.put("grade", dice.oneIn(4) ? dice.pick(List.of("0", "x", "11", "3")) : "");
        row.put("eligible_cost", dice.oneIn(4) ? dice.pick(NastyAmounts.BAD) : "");
        row.put("other_paid", "");
        row.put("disaster_paid", "");
        row.put("cause", dice.oneIn(2) ? dice.pick(PlainWords.LISTED_CAUSES) : dice.pick(NOT_LISTED));
        return row;
    }

    private void finish(RandomRow row) {
        if (dice.percent(nastiness)) {
            Spoiler.spoil(dice, row);
        }
        if (!rows.isEmpty() && dice.percent(nastiness / 2)) {
            row.put("claim_id", dice.pick(rows).get("claim_id"));
        }
        rows.add(row);
    }
}
