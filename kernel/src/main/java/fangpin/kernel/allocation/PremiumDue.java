package fangpin.kernel.allocation;

import fangpin.kernel.money.Fen;
import java.util.List;

/** 应缴保费 A premium, worked out for every division by itself, without the units inside it. */
public record PremiumDue(PremiumFunding funding, List<DivisionPremium> divisions) implements PremiumOutcome {
    public PremiumDue {
        divisions = List.copyOf(divisions);
    }

    /**
     * What one division's premium comes to.
     *
     * @param code of the division
     * @param lines in the funding's order
     * @param surpluses money that found nothing left to pay; empty if there is none
     */
    public record DivisionPremium(String code, List<LineDue> lines, List<Surplus> surpluses) {
        public DivisionPremium {
            lines = List.copyOf(lines);
            surpluses = List.copyOf(surpluses);
        }
    }

    /**
     * One product of a division.
     *
     * @param headcount the base, as people read it
     * @param premium base times rate, or the sum of what each person costs by days (reading R10)
     * @param carriedOver paid out of last year's surplus
     * @param payments what each payer pays of the rest, in order; together what is due
     */
    public record LineDue(PremiumLine line, String headcount, Fen premium, Fen carriedOver, List<Payment> payments) {
        public LineDue {
            payments = List.copyOf(payments);
        }

        /** 仍需筹集 What must still be raised: the premium less what was carried over. */
        public Fen due() {
            return premium.minus(carriedOver);
        }
    }

    /** What a payer pays for one product of a division. */
    public record Payment(PremiumPayer payer, Fen amount) {}

    /**
     * 结余 Money beyond what was due; it is carried over.
     *
     * @param of id of the payer, or {@link #CARRIED_OVER}
     */
    public record Surplus(String of, Fen amount) {}

    /** What a surplus of the period before is called where payers are named. */
    public static final String CARRIED_OVER = "carry-over";
}
