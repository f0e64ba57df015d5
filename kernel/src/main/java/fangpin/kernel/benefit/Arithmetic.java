package fangpin.kernel.benefit;

import fangpin.kernel.money.LargestRemainder;
import fangpin.kernel.money.Rounding;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What each step computes, once. Both executors call these; amounts are fen, every overflow throws {@link ArithmeticException}.
 * Public because the bulk executor's generated class calls it.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** A share of an amount; of a negative amount the share is negative. */
    public static long share(long amount, long numerator, long denominator, Rounding rounding) {
        if (amount < 0) {
            return -share(Math.negateExact(amount), numerator, denominator, rounding);
        }
        long units = amount / denominator;
        long part = (amount - units * denominator) * numerator;
        long whole = Math.addExact(Math.multiplyExact(units, numerator), part / denominator);
        return rounding.round(whole, part % denominator, denominator);
    }

    public static long shareHalfUp(long amount, long numerator, long denominator) {
        return share(amount, numerator, denominator, Rounding.HALF_UP);
    }

    public static long shareDown(long amount, long numerator, long denominator) {
        return share(amount, numerator, denominator, Rounding.DOWN);
    }

    public static long shareHalfEven(long amount, long numerator, long denominator) {
        return share(amount, numerator, denominator, Rounding.HALF_EVEN);
    }

    /** Whether a code is one of those whose bits are set; a code that has no bit is not, though a bare shift would take 64 for 0. */
    public static boolean among(long code, long mask) {
        return code >= 0 && code < Long.SIZE && (mask >>> code & 1) == 1;
    }

    /** What both executors throw at the end of a choice none of whose branches has the code. */
    public static IllegalStateException noBranch(long code) {
        return new IllegalStateException("code " + code + " has no branch; the pack should not have loaded");
    }

    /**
     * The most that may be left so that it is below (strict) or at most (not strict) the ratio of the base; 0 for a base of 0.
     *
     * @param numerator in lowest terms with the denominator, as every {@link fangpin.kernel.money.Ratio} is
     */
    public static long allowed(long base, long numerator, long denominator, boolean strict) {
        if (base <= 0) {
            return 0;
        }
        if (numerator == 1) {
            // one tenth, one fifth: the same figure with one division less, which bulk runs feel
            return (strict ? base - 1 : base) / denominator;
        }
        long units = base / denominator;
        long part = (base - units * denominator) * numerator;
        long floor = Math.addExact(Math.multiplyExact(units, numerator), part / denominator);
        // in lowest terms a share is a whole fen only where nothing is left over
        return strict && part == 0 ? Math.max(0, floor - 1) : floor;
    }

    /** What must be paid so that no more than {@link #allowed} is left; nothing on a base of 0. */
    public static long owed(long residual, long base, long numerator, long denominator, boolean strict) {
        return base <= 0 ? 0 : Math.max(0, Math.subtractExact(residual, allowed(base, numerator, denominator, strict)));
    }

    public static long floored(long value) {
        return Math.max(0, value);
    }

    public static long trigger(long amount, long line, boolean reaching) {
        return amount > line || (reaching && amount == line) ? amount : 0;
    }

    public static long deductible(long amount, long deductible) {
        return amount > deductible ? Math.subtractExact(amount, deductible) : 0;
    }

    /** The amount, within what is left of a limit; a limit used up leaves nothing, and a negative amount passes. */
    public static long cap(long amount, long limit, long used) {
        return Math.min(amount, Math.max(0, Math.subtractExact(limit, used)));
    }

    /** How much of an amount lies in a band: above {@code low}, 0 or more, up to {@code high}. */
    public static long band(long amount, long low, long high) {
        return amount > low ? Math.min(amount, high) - low : 0;
    }

    /** The whole units of a share of {@code part}, for a sum of shares that is rounded once. */
    public static long wholeShare(long part, long numerator, long denominator) {
        return Math.multiplyExact(part / denominator, numerator);
    }

    /** What {@link #wholeShare} leaves, in parts of the denominator. */
    public static long partShare(long part, long numerator, long denominator) {
        return part % denominator * numerator;
    }

    public static long roundHalfUp(long whole, long parts, long denominator) {
        return Rounding.HALF_UP.round(Math.addExact(whole, parts / denominator), parts % denominator, denominator);
    }

    public static long roundDown(long whole, long parts, long denominator) {
        return Rounding.DOWN.round(Math.addExact(whole, parts / denominator), parts % denominator, denominator);
    }

    public static long roundHalfEven(long whole, long parts, long denominator) {
        return Rounding.HALF_EVEN.round(Math.addExact(whole, parts / denominator), parts % denominator, denominator);
    }

    /** One part of an amount divided by weights, by largest remainder; of a negative amount the part is negative. */
    public static long part(long amount, int part, long[] weights) {
        if (amount < 0) {
            return -part(Math.negateExact(amount), part, weights);
        }
        List<Long> each = LongStream.of(weights).boxed().toList();
        return LargestRemainder.split(amount, each, 1).get(part);
    }

    /**
     * One instalment, from number 1.
     *
     * @param shares of the groups of instalments
     * @param times how many instalments each group has
     */
    public static long instalment(long amount, long number, long[] shares, long[] times) {
        long inGroup = number;
        for (int group = 0; inGroup >= 1 && group < times.length; group++) {
            if (inGroup <= times[group]) {
                long whole = part(amount, group, shares);
                long more = inGroup <= Math.abs(whole % times[group]) ? Long.signum(whole) : 0;
                return whole / times[group] + more;
            }
            inGroup -= times[group];
        }
        return 0;
    }

    /** What {@link #prorate} rounds: magnitude of the whole part, then of the remainder. */
    static long[] prorated(long amount, long numerator, long denominator) {
        if (denominator < 1 || denominator > Long.MAX_VALUE / 2) {
            throw new ArithmeticException("nothing can be divided by " + denominator);
        }
        BigInteger[] split = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(numerator))
                .abs()
                .divideAndRemainder(BigInteger.valueOf(denominator));
        return new long[] {split[0].longValueExact(), split[1].longValueExact()};
    }

    /** An amount times a fraction; the magnitude is rounded, the sign kept. */
    public static long prorate(long amount, long numerator, long denominator, Rounding rounding) {
        long[] split = prorated(amount, numerator, denominator);
        long magnitude = rounding.round(split[0], split[1], denominator);
        return Long.signum(amount) * Long.signum(numerator) < 0 ? -magnitude : magnitude;
    }

    public static long prorateHalfUp(long amount, long numerator, long denominator) {
        return prorate(amount, numerator, denominator, Rounding.HALF_UP);
    }

    public static long prorateDown(long amount, long numerator, long denominator) {
        return prorate(amount, numerator, denominator, Rounding.DOWN);
    }

    public static long prorateHalfEven(long amount, long numerator, long denominator) {
        return prorate(amount, numerator, denominator, Rounding.HALF_EVEN);
    }

    /** The least whole amount that is not below a multiple of a line. */
    public static long multiple(long base, long numerator, long denominator) {
        long part = Math.ceilDiv(Math.floorMod(base, denominator) * numerator, denominator);
        return Math.addExact(Math.multiplyExact(Math.floorDiv(base, denominator), numerator), part);
    }
}
