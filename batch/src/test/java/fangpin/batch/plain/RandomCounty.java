package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;

/** Small nasty inputs for the whole program; the same seed gives the same county. */
public final class RandomCounty {
    /** Of 100 rows, so many are spoilt; a county without any may end with exit status 0. */
    private static final List<Integer> NASTINESS = List.of(0, 0, 10, 25, 60);

    private static final int ONE_FILE_IN_SO_MANY_IS_REFUSED = 40;

    private RandomCounty() {}

    /** The county of this seed. */
    public static County of(long seed) {
        Dice dice = new Dice(seed);
        int nastiness = dice.pick(NASTINESS);
        RandomPeople people = new RandomPeople(dice);
        List<RandomRow> bills = new RandomBills(dice, people, nastiness).rows(rowCount(dice));
        List<RandomRow> claims = new RandomClaims(dice, people, nastiness).rows(rowCount(dice));
        List<RandomRow> spells = new ArrayList<>(people.spells());
        if (dice.oneIn(ONE_FILE_IN_SO_MANY_IS_REFUSED)) {
            Spoiler.spoil(dice, dice.pick(spells));
        }
        return new County(
                seed,
                file(dice, 0, PlainColumns.MEMBERS, spells),
                file(dice, nastiness, PlainColumns.BILLS, bills),
                file(dice, nastiness, PlainColumns.CLAIMS, claims));
    }

    private static int rowCount(Dice dice) {
        if (dice.oneIn(20)) {
            return dice.between(60, 200);
        }
        return dice.oneIn(4) ? dice.between(12, 60) : dice.between(3, 12);
    }

    private static String file(Dice dice, int nastiness, List<PlainColumn> columns, List<RandomRow> rows) {
        String text = new RandomFile(dice, nastiness).write(columns, rows);
        boolean refused = dice.oneIn(ONE_FILE_IN_SO_MANY_IS_REFUSED);
        return refused ? RandomDamage.damaged(dice, text, columns) : text;
    }
}
