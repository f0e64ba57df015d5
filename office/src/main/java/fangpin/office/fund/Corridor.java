package fangpin.office.fund;

import fangpin.office.enrolment.Contract;
import java.util.Optional;

/**
 * 盈亏: a contract's product as the books show it, and what the documents allow.
 *
 * @param benefitFen what the cover bore, paid or still owed
 * @param unpaidFen of that, what is not paid yet
 * @param moneyFen in the insurer's account
 * @param close of the year; a refused one is gone
 */
public record Corridor(
        Contract contract,
        String product,
        long premiumFen,
        long benefitFen,
        long costFen,
        long unpaidFen,
        long moneyFen,
        CorridorBounds bounds,
        Optional<YearClose> close) {
    /** 盈余为正、亏损为负 */
    public long resultFen() {
        return premiumFen - benefitFen - costFen;
    }

    /** So many of ten thousand of the premium; 0 where there is none. */
    public long share(long fen) {
        return premiumFen == 0 ? 0 : Math.multiplyExact(fen, 10_000) / premiumFen;
    }
}
