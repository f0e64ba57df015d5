package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;

/**
 * 险种保费 What one product costs: a base of persons at a rate.
 *
 * @param product id of the product
 * @param rate fen a person of the base and period
 * @param clause that sets the rate
 * @param byDays whether who joins after the first day is charged by days (reading R10); then a headcount alone does not say the premium
 */
public record PremiumLine(String product, Text name, Fen rate, ClauseId clause, HeadcountBase base, boolean byDays) {
    public PremiumLine {
        if (!wholeFen(rate, base)) {
            throw new IllegalArgumentException(rate + " for " + base.share() + " is no whole fen a person");
        }
    }

    /** One that charges full periods. */
    public PremiumLine(String product, Text name, Fen rate, ClauseId clause, HeadcountBase base) {
        this(product, name, rate, clause, base, false);
    }

    /** Whether the rate, for the share of a person that the base counts, is whole fen, so that nothing is ever rounded. */
    public static boolean wholeFen(Fen rate, HeadcountBase base) {
        return Math.multiplyExact(rate.amount(), base.share().numerator())
                        % base.share().denominator()
                == 0;
    }

    /** The premium for so many of the measure. */
    Fen premium(long persons) {
        long each = rate.amount() * base.share().numerator() / base.share().denominator();
        return new Fen(Math.multiplyExact(persons, each));
    }
}
