package fangpin.office.claims.internal;

import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.RunningFigures;
import fangpin.kernel.settlement.Settlement;
import fangpin.office.access.Actor;
import fangpin.office.claims.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 周期账户: the approved claims of a person, product and period, worked out one after the other in the order of their approval. A claim that is
 * decided anew keeps its place; what that changes for later ones comes out with it.
 */
@Component
public final class ClaimAccount {
    private final ClaimRules rules;

    ClaimAccount(ClaimRules rules) {
        this.rules = rules;
    }

    /** A claim of the account as it counts now. */
    public record Entry(
            long claimId,
            int ordinal,
            Claim.Kind kind,
            long adoptionId,
            LocalDate decidingOn,
            String accidentKey,
            List<Long> inputValues,
            List<Long> before,
            List<Long> after,
            long benefitFen) {
        public Entry {
            inputValues = List.copyOf(inputValues);
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        CaseInput input(long person) {
            return ClaimRules.input(claimId, person, kind, decidingOn, accidentKey, inputValues);
        }
    }

    /** A later claim that comes out otherwise. */
    public record Changed(Entry was, long adoptionId, Settlement anew) {
        /** What is paid more, or less. */
        public long differenceFen() {
            return anew.paid().amount() - was.benefitFen();
        }
    }

    /**
     * What a decision gives.
     *
     * @param wasFen what the claim was paid before
     */
    public record Outcome(Settlement own, int ordinal, long wasFen, List<Changed> changed) {
        /** What the claim itself is paid more, or less. */
        public long differenceFen() {
            return own.paid().amount() - wasFen;
        }

        /** What is owed now, all claims together. */
        public long owedFen() {
            return differenceFen()
                    + changed.stream().mapToLong(Changed::differenceFen).sum();
        }
    }

    /** The claim in its place of the account. */
    public Outcome decide(Actor actor, Claim claim, ClaimRules.Rules by, CaseInput input, List<Entry> account) {
        RunningFigures figures = new RunningFigures(by.product().program());
        @Nullable Settlement own = null;
        long was = 0;
        int ordinal = account.isEmpty() ? 1 : account.getLast().ordinal() + 1;
        List<Changed> changed = new ArrayList<>();
        for (Entry entry : account) {
            boolean itself = entry.claimId() == claim.id();
            ClaimRules.Rules used = itself ? by : rules.of(actor, entry.adoptionId(), claim.product());
            CaseInput taken = itself ? input : entry.input(claim.personId());
            Settlement settled = used.settle(taken, figures.before(taken));
            figures.take(taken, settled.explanation());
            if (itself) {
                own = settled;
                was = entry.benefitFen();
                ordinal = entry.ordinal();
            } else if (differs(entry, settled)) {
                changed.add(new Changed(entry, entry.adoptionId(), settled));
            }
        }
        if (own == null) {
            own = by.settle(input, figures.before(input));
        }
        return new Outcome(own, ordinal, was, List.copyOf(changed));
    }

    private static boolean differs(Entry entry, Settlement anew) {
        return anew.paid().amount() != entry.benefitFen()
                || !anew.explanation().before().equals(entry.before())
                || !anew.explanation().after().equals(entry.after());
    }
}
