package fangpin.packs.check;

/**
 * One thing that a case should reach.
 *
 * @param product id of a product, programme, scheme or premium funding, or empty if it is the pack's
 * @param subject step, accumulator, cover rule, refusal, fund item, payer or reading
 * @param detail name of the bound or branch, or the two choices of a reading; empty if the kind says all
 */
public record CoverageItem(String product, Kind kind, String subject, String detail) {
    /** What there is to reach. */
    public enum Kind {
        /** The step computed something. */
        STEP,
        /** A guarded step was kept out. */
        KEPT_OUT,
        /** A branch, grade, share, tier or choice was taken. */
        BRANCH,
        /** The amount lay one fen below the bound. */
        FEN_BELOW,
        /** The amount lay below a bound that only fixed standards are held against. */
        BELOW,
        /** The amount was the bound. */
        AT,
        /** The amount lay one fen above the bound. */
        FEN_ABOVE,
        /** The amount lay above a bound that only fixed standards are held against. */
        ABOVE,
        /** A running figure came in from an earlier case. */
        CARRIED,
        /** Refused on the day before cover. */
        DAY_BEFORE,
        /** Accepted on the first day of cover. */
        FIRST_DAY,
        /** Accepted on the last day of cover. */
        LAST_DAY,
        /** Refused on the day after cover. */
        DAY_AFTER,
        /** Refused because the status began the day after it had to hold. */
        TOO_LATE,
        /** A refusal happened. */
        REFUSAL,
        /** A premium was worked out. */
        PREMIUM,
        /** Refused on the day before a programme's period. */
        PERIOD_BEFORE,
        /** Granted on the first day of it. */
        PERIOD_FIRST,
        /** Granted on the last day of it. */
        PERIOD_LAST,
        /** Refused on the day after it. */
        PERIOD_AFTER,
        /** An item of a scheme was split. */
        FUND_ITEM,
        /** A share by headcount got one of the quanta that were left. */
        ROUNDED_UP,
        /** A share by headcount lost its remainder. */
        ROUNDED_DOWN,
        /** A payer paid some of a premium. */
        PAYER,
        /** Money found nothing left to pay. */
        SURPLUS,
        /** A surplus of the period before paid first. */
        CARRY_OVER,
        /** A case read one way would fail if read the other. */
        CHOICE
    }
}
