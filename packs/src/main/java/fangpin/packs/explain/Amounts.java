package fangpin.packs.explain;

import fangpin.kernel.benefit.StepTrace.Exact;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;

/** How amounts, exact values and ratios are written. */
final class Amounts {
    private Amounts() {}

    /** Yuan with two decimals, as files carry it. Written out by hand: a line of JSON holds a hundred of these. */
    static String yuan(long fen) {
        long whole = fen / 100;
        int part = (int) Math.abs(fen % 100);
        StringBuilder text = new StringBuilder(20);
        if (fen < 0 && whole == 0) {
            text.append('-');
        }
        return text.append(whole)
                .append('.')
                .append((char) ('0' + part / 10))
                .append((char) ('0' + part % 10))
                .toString();
    }

    /** Yuan with two decimals and a comma between thousands, as people read it. */
    static String readable(long fen) {
        return new Fen(fen).readable();
    }

    /** A value before rounding, in yuan: a decimal where one is exact, else a fraction in lowest terms. */
    static String exact(Exact exact) {
        String sign = exact.negative() && (exact.whole() != 0 || exact.remainder() != 0) ? "-" : "";
        if (exact.remainder() == 0) {
            return sign + yuan(exact.whole());
        }
        BigInteger denominator = BigInteger.valueOf(exact.denominator());
        BigInteger fen =
                BigInteger.valueOf(exact.whole()).multiply(denominator).add(BigInteger.valueOf(exact.remainder()));
        BigInteger parts = denominator.multiply(BigInteger.valueOf(100));
        BigInteger common = fen.gcd(parts);
        BigInteger below = parts.divide(common);
        return terminates(below.longValueExact())
                ? sign + new BigDecimal(fen).divide(new BigDecimal(parts)).toPlainString()
                : sign + fen.divide(common) + "/" + below;
    }

    /** As {@link #exact} for people: a comma between thousands, and what is no decimal as yuan and parts of a fen. */
    static String readableExact(Exact exact, Messages messages) {
        String plain = exact(exact);
        int point = plain.indexOf('.');
        if (point < 0) {
            String whole = (exact.negative() ? "-" : "") + readable(exact.whole());
            long common = BigInteger.valueOf(exact.remainder())
                    .gcd(BigInteger.valueOf(exact.denominator()))
                    .longValueExact();
            return messages.text("exact.mixed", whole, exact.remainder() / common + "/" + exact.denominator() / common);
        }
        int first = plain.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(plain);
        for (int at = point - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static boolean terminates(long denominator) {
        long rest = denominator;
        while (rest % 2 == 0) {
            rest /= 2;
        }
        while (rest % 5 == 0) {
            rest /= 5;
        }
        return rest == 1;
    }

    /** A ratio as people write it: {@code 10%}. */
    static String percent(Ratio ratio) {
        return ratio.toString();
    }

    /** A ratio exactly: {@code 1/10}. */
    static String fraction(Ratio ratio) {
        return ratio.numerator() + "/" + ratio.denominator();
    }
}
