package fangpin.kernel.money;

/**
 * 比例 A share of an amount, kept as a fraction in lowest terms so that 10% is exactly one tenth.
 *
 * @param numerator 0 to 1,000,000,000
 * @param denominator a divisor of 1,000,000, so that every ratio is a whole number of parts per million; a third is none
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {
    public static final long PPM = 1_000_000;
    public static final Ratio ZERO = new Ratio(0, 1);
    public static final Ratio WHOLE = new Ratio(1, 1);

    public Ratio {
        if (denominator < 1 || denominator > PPM || numerator < 0 || numerator > 1000 * PPM) {
            throw new IllegalArgumentException("ratio out of range: " + numerator + "/" + denominator);
        }
        long divisor = greatestCommonDivisor(numerator, denominator);
        if (PPM % (denominator / divisor) != 0) {
            throw new IllegalArgumentException("no whole parts per million: " + numerator + "/" + denominator);
        }
        numerator /= divisor;
        denominator /= divisor;
    }

    /** A ratio from parts per million: {@code ofPpm(100_000)} is 10%. */
    public static Ratio ofPpm(long ppm) {
        return new Ratio(ppm, PPM);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    public long ppm() {
        return numerator * (PPM / denominator);
    }

    /** What is left of the whole: 1 - this; only for ratios up to the whole. */
    public Ratio complement() {
        return ofPpm(PPM - ppm());
    }

    @Override
    public int compareTo(Ratio other) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }

    /** As people write it: {@code 10%}, {@code 27.2%}. */
    @Override
    public String toString() {
        return java.math.BigDecimal.valueOf(ppm(), 4).stripTrailingZeros().toPlainString() + "%";
    }
}
