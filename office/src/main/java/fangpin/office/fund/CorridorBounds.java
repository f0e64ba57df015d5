package fangpin.office.fund;

import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.settlement.ProgrammeRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 盈亏控制幅度 (LS §6.2, SD §5): what the pack in use says of an insurer's profit and loss. */
public sealed interface CorridorBounds {
    /**
     * The pack has figures.
     *
     * @param keptFen of a profit, what the insurer may keep
     * @param borneFen of a loss, what the insurer bears
     */
    record Stated(long keptFen, long borneFen, String clause) implements CorridorBounds {}

    /** The pack names a corridor, and its figures are still open. */
    record Open(List<OpenTerm> terms) implements CorridorBounds {
        public Open {
            terms = List.copyOf(terms);
        }
    }

    /** The documents name no figure: all of a surplus moves on, and who makes up a deficit is decided. */
    record None() implements CorridorBounds {}

    /** What packs call the calculation. */
    String CORRIDOR = "insurer-corridor";

    /** The bounds on these figures; a corridor is about medical cover, whose cases are bills. */
    static CorridorBounds of(PolicyPack pack, String product, LocalDate day, long premium, long benefits, long costs) {
        boolean medical = pack.product(product)
                .filter(one -> one.caseKind() == Product.CaseKind.BILL)
                .isPresent();
        Optional<Programme> corridor = pack.programmes().stream()
                .filter(one -> medical && one.kind() == Programme.Kind.RISK_CORRIDOR)
                .findFirst();
        if (corridor.isEmpty()) {
            return pack.withheld().stream()
                    .filter(one -> medical && one.id().equals(CORRIDOR))
                    .findFirst()
                    .<CorridorBounds>map(one -> new Open(one.terms()))
                    .orElseGet(None::new);
        }
        return switch (ProgrammeRun.run(pack, corridor.get(), day, List.of(premium, benefits, costs))) {
            case ProgrammeRun.Outcome.Granted granted -> stated(granted, premium - benefits - costs);
            case ProgrammeRun.Outcome.Refused refused -> new None();
        };
    }

    private static CorridorBounds stated(ProgrammeRun.Outcome.Granted granted, long result) {
        long above = value(granted, "above_profit_bound");
        long below = value(granted, "above_loss_bound");
        return new Stated(
                Math.max(0, result) - above,
                Math.max(0, -result) - below,
                granted.programme().clause().text());
    }

    private static long value(ProgrammeRun.Outcome.Granted granted, String result) {
        return granted.programme().result(result).map(granted::value).orElse(0L);
    }
}
