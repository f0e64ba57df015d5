package fangpin.batch.plain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Amounts written in every allowed way, and cells that only look like amounts. */
final class NastyAmounts {
    static final List<String> BAD = List.of(
            "-1.00",
            "+1.00",
            "-0",
            ".5",
            "1.",
            ".",
            "1.234",
            "1.000",
            "1234567890123",
            "0000000000001",
            "1 000",
            "1,000.00",
            "1_000",
            " 1.00",
            "1.00 ",
            "１.００",
            "1．00",
            "٣",
            "1e3",
            "0x10",
            "NaN",
            "￥5",
            "5元",
            "1..0",
            "1.0.0",
            "−1",
            "一百",
            "无",
            " ",
            "1\n",
            "9".repeat(200),
            "9".repeat(201),
            "9".repeat(250),
            "\uD840\uDC00".repeat(201));

    private static final int MOST_DIGITS = 12;

    private NastyAmounts() {}

    /** One of the allowed ways to write an amount: 1, 1.0, 1.00, 001.00. */
    static String text(Dice dice, BigInteger fen) {
        String text = PlainMoney.text(fen);
        if (text.endsWith(".00") && dice.oneIn(3)) {
            text = text.substring(0, text.length() - 3);
        } else if (text.endsWith("0") && dice.oneIn(3)) {
            text = text.substring(0, text.length() - 1);
        }
        int digits = text.contains(".") ? text.indexOf('.') : text.length();
        return dice.oneIn(8) ? "0".repeat(dice.between(0, MOST_DIGITS - digits)) + text : text;
    }

    /** What the earlier payers leave of a cost: nothing, all, a tenth give or take a fen, or anything. */
    static BigInteger part(Dice dice, BigInteger whole) {
        List<BigInteger> choices = new ArrayList<>(List.of(BigInteger.ZERO, whole, whole));
        BigInteger tenth = whole.divide(BigInteger.TEN);
        choices.add(tenth);
        choices.add(tenth.subtract(BigInteger.ONE).max(BigInteger.ZERO));
        choices.add(tenth.add(BigInteger.ONE).min(whole));
        choices.add(dice.between(BigInteger.ZERO, whole));
        choices.add(dice.between(BigInteger.ZERO, whole));
        return dice.pick(choices);
    }
}
