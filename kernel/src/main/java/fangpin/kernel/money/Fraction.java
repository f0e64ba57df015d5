package fangpin.kernel.money;

import java.math.BigInteger;

/**
 * 分数 An exact quotient in lowest terms, for what documents give only as two numbers: 541,700 yuan for 2,381 persons.
 *
 * @param denominator 1 or more
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = new Fraction(0, 1);

    public Fraction {
        if (denominator < 1) {
            throw new IllegalArgumentException("no fraction: " + numerator + "/" + denominator);
        }
        long divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= divisor;
        denominator /= divisor;
    }

    /** An amount in fen. */
    public static Fraction of(Fen fen) {
        return new Fraction(fen.amount(), 1);
    }

    /** A share of the whole. */
    public static Fraction of(Ratio ratio) {
        return new Fraction(ratio.numerator(), ratio.denominator());
    }

    /** The exact sum; fails loudly if it leaves the range of a long. */
    public Fraction plus(Fraction other) {
        return new Fraction(
                Math.addExact(
                        Math.multiplyExact(numerator, other.denominator),
                        Math.multiplyExact(other.numerator, denominator)),
                Math.multiplyExact(denominator, other.denominator));
    }

    /** The whole number nearest to {@code this x scale}, half away from zero; for people to read, never to compute with. */
    public long nearest(long scale) {
        BigInteger scaled = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(scale));
        BigInteger half = BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(scaled.signum()));
        BigInteger twice = BigInteger.TWO.multiply(BigInteger.valueOf(denominator));
        return BigInteger.TWO.multiply(scaled).add(half).divide(twice).longValueExact();
    }

    @Override
    public int compareTo(Fraction other) {
        return BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(other.denominator))
                .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }
}
