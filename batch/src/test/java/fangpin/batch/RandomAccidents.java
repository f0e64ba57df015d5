package fangpin.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random accident claims in good order; one person in so many is in no list of members. */
public final class RandomAccidents {
    private static final List<String> KINDS = List.of("medical", "medical", "medical", "disability", "death");
    private static final List<String> CAUSES = List.of("", "", "fire", "drowning", "fall");

    private RandomAccidents() {}

    /** Persons {@code Q0}, {@code Q1} and so on, all covered from the first day. */
    public static Sheet members(int persons) {
        Sheet members = Sheet.with(Desk.MEMBERS);
        for (int person = 0; person < persons; person++) {
            members.rows().add(new ArrayList<>(List.of("Q" + person, "policy-beneficiary", "2019-06-01", "")));
        }
        return members;
    }

    /** So many claims of the persons, each of whom has three accidents. */
    public static Sheet claims(Random random, int persons, int count) {
        Sheet claims = Sheet.with(Desk.CLAIMS);
        for (int claim = 0; claim < count; claim++) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            int cost = random.nextInt(random.nextInt(25) == 0 ? 4_000_000 : 200_000);
            int others = random.nextBoolean() ? 0 : random.nextInt(cost + 1);
            int disaster = random.nextInt(cost - others + 1);
            claims.rows()
                    .add(new ArrayList<>(List.of(
                            "C" + claim,
                            "Q" + random.nextInt(persons + 1),
                            "A" + random.nextInt(3),
                            LocalDate.of(2020, 1, 1)
                                    .plusDays(random.nextInt(366))
                                    .toString(),
                            kind,
                            kind.equals("disability") ? Integer.toString(1 + random.nextInt(10)) : "",
                            kind.equals("medical") ? yuan(cost) : "",
                            yuan(others),
                            random.nextBoolean() ? "" : yuan(disaster),
                            CAUSES.get(random.nextInt(CAUSES.size())))));
        }
        return claims;
    }

    private static String yuan(int fen) {
        return fen / 100 + "." + fen % 100 / 10 + fen % 10;
    }
}
