package fangpin.kernel.money;

import java.util.Locale;

/**
 * 金额 An amount of money in whole fen. Sums and differences are exact or fail loudly; nothing is ever rounded here.
 *
 * @param amount fen; 100 fen are one yuan; negative only where a docstring says so
 */
public record Fen(long amount) implements Comparable<Fen> {
    public static final Fen ZERO = new Fen(0);

    public static Fen ofYuan(long yuan) {
        return new Fen(Math.multiplyExact(yuan, 100L));
    }

    public Fen plus(Fen other) {
        return new Fen(Math.addExact(amount, other.amount));
    }

    public Fen minus(Fen other) {
        return new Fen(Math.subtractExact(amount, other.amount));
    }

    public Fen negated() {
        return new Fen(Math.negateExact(amount));
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount, other.amount);
    }

    /** The amount in yuan with two decimals and no separators, as files carry it: {@code -1234.05}. */
    public String yuan() {
        return yuan(amount);
    }

    /** The amount in yuan with two decimals and a comma between thousands, as people read it: {@code -1,234.05}. */
    public String readable() {
        StringBuilder text = new StringBuilder(yuan());
        int firstDigit = amount < 0 ? 1 : 0;
        for (int at = text.length() - 6; at > firstDigit; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** As {@link #yuan()}, for a bare long of fen. */
    public static String yuan(long fen) {
        String sign = fen < 0 ? "-" : "";
        return String.format(Locale.ROOT, "%s%d.%02d", sign, Math.abs(fen / 100), Math.abs(fen % 100));
    }

    @Override
    public String toString() {
        return yuan();
    }
}
