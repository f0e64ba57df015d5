package fangpin.kernel.benefit;

import java.util.ArrayList;
import java.util.List;

/** The bands of a {@link Operation.Tiers} step, in the form both executors compute with. */
final class TierTable {
    private TierTable() {}

    /**
     * One band.
     *
     * @param low amounts above this count
     * @param high amounts up to this count
     * @param from what an amount is counted from: the low bound for marginal tiers, else the origin
     * @param numerator the share over the common {@link #denominator}
     */
    record Band(long low, long high, long from, long numerator) {
        /** What this band pays a share of. */
        long amountOf(Operation.Tiers tiers, long amount) {
            return switch (tiers.method()) {
                case MARGINAL -> Arithmetic.band(amount, low, high);
                case WHOLE_AMOUNT -> amount > low && amount <= high ? amount - from : 0;
            };
        }
    }

    /** Refuses tiers that would leave part of an amount without a band. */
    static void check(long deductible, List<Tier> tiers) {
        long low = 0;
        for (Tier tier : tiers) {
            if (tier.upTo() <= low) {
                throw new IllegalArgumentException("the bound " + tier.upTo() + " does not lie above " + low);
            }
            low = tier.upTo();
        }
        if (low != Long.MAX_VALUE || deductible < 0) {
            throw new IllegalArgumentException("the last tier ends, or the deductible is below 0: " + deductible);
        }
    }

    /** What tier bounds are held against. */
    static long counted(Operation.Tiers tiers, long amount) {
        return switch (tiers.origin()) {
            case ABSOLUTE -> amount;
            case AFTER_DEDUCTIBLE -> Arithmetic.deductible(amount, tiers.deductible());
        };
    }

    /** Bands over the amount itself, the deductible taken off: only what lies above it is paid. */
    static List<Band> bands(Operation.Tiers tiers) {
        long shift = tiers.origin() == Operation.Tiers.Origin.AFTER_DEDUCTIBLE ? tiers.deductible() : 0;
        long denominator = denominator(tiers);
        List<Band> bands = new ArrayList<>();
        long low = tiers.deductible();
        for (Tier tier : tiers.tiers()) {
            long high = tier.upTo() == Long.MAX_VALUE ? Long.MAX_VALUE : Math.addExact(tier.upTo(), shift);
            if (high > low) {
                long numerator =
                        tier.share().numerator() * (denominator / tier.share().denominator());
                bands.add(new Band(low, high, tiers.deductible(), numerator));
                low = high;
            }
        }
        return List.copyOf(bands);
    }

    /** One denominator for all shares, so that their sum is rounded once; a divisor of 1,000,000, as each of them is. */
    static long denominator(Operation.Tiers tiers) {
        long common = 1;
        for (Tier tier : tiers.tiers()) {
            common = leastCommonMultiple(common, tier.share().denominator());
        }
        return common;
    }

    private static long leastCommonMultiple(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }
}
