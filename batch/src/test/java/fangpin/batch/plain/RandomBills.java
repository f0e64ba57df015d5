package fangpin.batch.plain;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The bills of a random county. */
final class RandomBills {
    private static final List<String> PAYERS =
            List.of("basic_paid", "critical_illness_paid", "hospital_waiver", "medical_assistance_paid", "other_paid");

    private static final long LARGEST_CELL = 99_999_999_999_999L;

    /** In fen: single fen, tens of cents, ordinary stays, amounts near the cap, and all that a cell can hold. */
    private static final List<Long> SCALES =
            List.of(12L, 12L, 25L, 25L, 130L, 130L, 2_000L, 2_000L, 5_000_000L, 5_000_000L, 70_000_000L, LARGEST_CELL);

    /** The eligible cost, with no earlier payer, for which the payment is exactly the cap of 600,000. */
    private static final int COST_AT_CAP = 66_666_666;

    private final Dice dice;
    private final RandomPeople people;
    private final int nastiness;
    private final List<String> days;
    private final List<RandomRow> rows = new ArrayList<>();

    RandomBills(Dice dice, RandomPeople people, int nastiness) {
        this.dice = dice;
        this.people = people;
        this.nastiness = nastiness;
        this.days = NastyDates.days(dice);
    }

    List<RandomRow> rows(int count) {
        if (dice.oneIn(4)) {
            addBillsAroundTheCap();
        }
        BigInteger scale = BigInteger.valueOf(dice.pick(SCALES));
        while (rows.size() < count) {
            if (dice.oneIn(6)) {
                scale = BigInteger.valueOf(dice.pick(SCALES));
            }
            BigInteger eligible = dice.between(BigInteger.ZERO, scale);
            add(people.anyone(nastiness), eligible, NastyAmounts.part(dice, eligible));
        }
        return dice.shuffled(rows);
    }

    /** Bills of one person that together end one or two fen below, at, or above the cap, and some more. */
    private void addBillsAroundTheCap() {
        String person = people.newCoveredPerson();
        BigInteger target = BigInteger.valueOf(COST_AT_CAP + dice.between(-2, 2));
        for (BigInteger piece : dice.split(target, dice.between(1, 4))) {
            add(person, piece, piece);
        }
        for (int further = dice.between(0, 2); further > 0; further--) {
            add(person, BigInteger.valueOf(dice.between(0, 11)), BigInteger.ZERO);
        }
    }

    private void add(String person, BigInteger eligible, BigInteger left) {
        RandomRow row = new RandomRow();
        LocalDate discharge = LocalDate.parse(dice.pick(days));
        row.put("bill_id", NastyIds.of(dice, dice.between(0, 999)));
        row.put("person_id", person);
        row.put("discharge_date", discharge.toString());
        row.put(
                "admission_date",
                discharge.minusDays(dice.oneIn(2) ? 0 : dice.between(0, 40)).toString());
        BigInteger outside = dice.oneIn(2) ? BigInteger.ZERO : BigInteger.valueOf(dice.between(0, 200));
        amount(row, "total_cost", eligible.add(outside).min(BigInteger.valueOf(LARGEST_CELL)));
        amount(row, "eligible_cost", eligible);
        List<BigInteger> paid = dice.split(eligible.subtract(left), PAYERS.size());
        for (int payer = 0; payer < PAYERS.size(); payer++) {
            amount(row, PAYERS.get(payer), paid.get(payer));
        }
        if (row.get("other_paid").equals("0") || dice.oneIn(8)) {
            row.put("other_paid", "");
        }
        if (dice.percent(nastiness)) {
            spoil(row);
        }
        if (!rows.isEmpty() && dice.percent(nastiness / 2)) {
            row.put("bill_id", dice.pick(rows).get("bill_id"));
        }
        rows.add(row);
    }

    private void spoil(RandomRow row) {
        switch (dice.between(0, 6)) {
            case 0 -> row.put("bill_id", NastyIds.twin(dice, row.get("bill_id")));
            case 1 -> row.put("discharge_date", dice.pick(NastyDates.EDGES));
            case 2 -> oneFenTooMuch(row, "eligible_cost", row.get("total_cost"));
            case 3 -> oneFenTooMuch(row, dice.pick(PAYERS), row.get("eligible_cost"));
            default -> Spoiler.spoil(dice, row);
        }
    }

    private void oneFenTooMuch(RandomRow row, String column, String bound) {
        amount(row, column, PlainMoney.fen(bound).add(BigInteger.ONE).min(BigInteger.valueOf(LARGEST_CELL)));
    }

    private void amount(RandomRow row, String column, BigInteger fen) {
        row.put(column, NastyAmounts.text(dice, fen));
    }
}
