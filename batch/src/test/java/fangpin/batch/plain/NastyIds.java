package fangpin.batch.plain;

import java.util.List;
import java.util.Locale;

/** Ids that a careless program confuses, breaks or puts in the wrong order. */
final class NastyIds {
    /** {@code #} stands for a number. */
    private static final List<String> SHAPES = List.of(
            "B#",
            "B#",
            "B#",
            "b#",
            "B# ",
            " B#",
            "B0#",
            "#",
            "0#",
            "-#",
            "=#+1",
            "@#",
            "1e#",
            "37108219500101001#",
            "账单#",
            "\uFFE5#", // the last of the BMP in use, by bytes before
            "\uD840\uDC00#", // an ideograph beyond the BMP, by chars before
            "\u00E9#", // one character
            "e\u0301#", // the same to the eye, two characters
            "\u00A0#",
            "\u200B#",
            "\t#",
            "a,#",
            "\"#\"",
            "'#'",
            "#\nb",
            "\uD83D\uDE00#",
            "B#" + "x".repeat(220));

    private NastyIds() {}

    static String of(Dice dice, int number) {
        return dice.pick(SHAPES).replace("#", Integer.toString(number));
    }

    /** Nearly the same id. */
    static String twin(Dice dice, String id) {
        return switch (dice.between(0, 4)) {
            case 0 -> id + " ";
            case 1 -> " " + id;
            case 2 -> id.toLowerCase(Locale.ROOT);
            case 3 -> id.toUpperCase(Locale.ROOT);
            default -> id + "0";
        };
    }
}
