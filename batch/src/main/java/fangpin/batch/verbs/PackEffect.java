package fangpin.batch.verbs;

import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What another pack would mean for a file of bills: persons who gain, persons who lose, and what it costs, in fen.
 *
 * @param onlyBefore bills that only the first pack accepts
 * @param onlyAfter bills that only the second pack accepts
 */
record PackEffect(
        long billsChanged,
        long onlyBefore,
        long onlyAfter,
        long gaining,
        long gainedFen,
        long losing,
        long lostFen,
        long paidBeforeFen,
        long paidAfterFen) {

    static PackEffect between(PaidCases.Paid before, PaidCases.Paid after) {
        Set<String> bills = new HashSet<>(before.payments().keySet());
        bills.addAll(after.payments().keySet());
        Map<String, Long> byPerson = new HashMap<>();
        long changed = 0;
        long onlyBefore = 0;
        long onlyAfter = 0;
        for (String bill : bills) {
            PaidCases.Payment old = before.payments().get(bill);
            PaidCases.Payment now = after.payments().get(bill);
            onlyBefore += now == null ? 1 : 0;
            onlyAfter += old == null ? 1 : 0;
            long difference = (now == null ? 0 : now.paidFen()) - (old == null ? 0 : old.paidFen());
            if (difference != 0) {
                changed++;
                PaidCases.Payment known = old == null ? now : old;
                byPerson.merge(known == null ? "" : known.personId(), difference, Math::addExact);
            }
        }
        return new PackEffect(
                changed,
                onlyBefore,
                onlyAfter,
                byPerson.values().stream().filter(fen -> fen > 0).count(),
                byPerson.values().stream().mapToLong(fen -> Math.max(fen, 0)).reduce(0, Math::addExact),
                byPerson.values().stream().filter(fen -> fen < 0).count(),
                byPerson.values().stream().mapToLong(fen -> Math.max(-fen, 0)).reduce(0, Math::addExact),
                total(before),
                total(after));
    }

    private static long total(PaidCases.Paid paid) {
        return paid.payments().values().stream()
                .mapToLong(PaidCases.Payment::paidFen)
                .reduce(0, Math::addExact);
    }

    Text text(String product) {
        return VerbMessages.text(
                "diff-effect",
                product,
                new Fen(paidBeforeFen).yuan(),
                new Fen(paidAfterFen).yuan(),
                new Fen(paidAfterFen - paidBeforeFen).yuan(),
                gaining + " / " + new Fen(gainedFen).yuan(),
                losing + " / " + new Fen(lostFen).yuan(),
                billsChanged,
                onlyBefore,
                onlyAfter);
    }
}
