package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * 保费 What one person's cover costs for a period.
 *
 * @param amount a person and full period
 * @param addedInYear what a person costs who joins after the first day (reading R10)
 * @param rounding of a premium by days
 */
public record Premium(Fen amount, ClauseId clause, AddedInYear addedInYear, Rounding rounding) {
    /** How the premium of a person who joins later is counted. */
    public enum AddedInYear {
        FULL,
        BY_DAYS
    }

    /**
     * The premium of one person.
     *
     * @param period of the product
     * @param cover of the person, within the period
     */
    public Fen due(Period period, Period cover) {
        return switch (addedInYear) {
            case FULL -> amount;
            case BY_DAYS -> {
                long all = ChronoUnit.DAYS.between(period.from(), period.until());
                long covered = ChronoUnit.DAYS.between(cover.from(), cover.until());
                long product = Math.multiplyExact(amount.amount(), covered);
                yield new Fen(rounding.round(product / all, product % all, all));
            }
        };
    }
}
