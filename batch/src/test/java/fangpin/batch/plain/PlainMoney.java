package fangpin.batch.plain;

import java.math.BigInteger;

/** Amounts as text in yuan and as whole fen. */
final class PlainMoney {
    private static final BigInteger FEN_IN_YUAN = BigInteger.valueOf(100);

    private PlainMoney() {}

    /** 1 to 12 ASCII digits and, if there is a point, 1 or 2 behind it. */
    static boolean isMoney(String text) {
        return text.matches("[0-9]{1,12}(\\.[0-9]{1,2})?");
    }

    /** The fen of a text that is money. */
    static BigInteger fen(String text) {
        if (!isMoney(text)) {
            throw new IllegalArgumentException("not money: " + text);
        }
        int point = text.indexOf('.');
        if (point < 0) {
            return new BigInteger(text).multiply(FEN_IN_YUAN);
        }
        String behind = text.substring(point + 1);
        String twoDigits = behind.length() == 1 ? behind + "0" : behind;
        return new BigInteger(text.substring(0, point)).multiply(FEN_IN_YUAN).add(new BigInteger(twoDigits));
    }

    /** An empty cell is nothing paid. */
    static BigInteger fenOrZero(String text) {
        return text.isEmpty() ? BigInteger.ZERO : fen(text);
    }

    static BigInteger ofYuan(long yuan) {
        return BigInteger.valueOf(yuan).multiply(FEN_IN_YUAN);
    }

    /** Yuan with two decimals. */
    static String text(BigInteger fen) {
        if (fen.signum() < 0) {
            throw new IllegalArgumentException("no amount is ever below zero: " + fen);
        }
        BigInteger[] parts = fen.divideAndRemainder(FEN_IN_YUAN);
        String behind = parts[1].toString();
        return parts[0] + "." + (behind.length() == 1 ? "0" + behind : behind);
    }
}
