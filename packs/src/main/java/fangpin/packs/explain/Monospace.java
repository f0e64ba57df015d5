package fangpin.packs.explain;

import java.util.ArrayList;
import java.util.List;

/** 等宽排版 Plain text in columns: a Chinese character takes two, and lines break where a reader expects it. */
final class Monospace {
    /** Columns of a page: what a printed A4 sheet and a terminal both hold. */
    static final int PAGE = 96;

    private static final String NO_LINE_BEGINS_WITH = "，。、；：？！）》」』”’…,.;:?!)]}%元";
    private static final String NO_LINE_ENDS_WITH = "（《「『“‘([{";

    private Monospace() {}

    /** How many columns a text takes. */
    static int width(String text) {
        return text.codePoints().map(Monospace::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(codePoint) ? 2 : 1;
    }

    /** East Asian wide and full-width characters; those of ambiguous width count as narrow. */
    private static boolean wide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE4F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    }

    static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** A text with something at the right margin, at least two columns apart. */
    static String margins(String text, String margin) {
        int gap = Math.max(2, PAGE - width(text) - width(margin));
        return margin.isEmpty() ? text : text + " ".repeat(gap) + margin;
    }

    /** The lines of a text, each after {@code indent} blanks and within the page. */
    static List<String> wrap(String text, int indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            wrap(paragraph, indent, lines);
        }
        return lines;
    }

    private static void wrap(String paragraph, int indent, List<String> lines) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        int used = indent;
        for (String unit : units(paragraph)) {
            int columns = width(unit.stripTrailing());
            if (used > indent && used + columns > PAGE) {
                lines.add(line.toString().stripTrailing());
                line.setLength(indent);
                used = indent;
            }
            line.append(unit);
            used += width(unit);
        }
        lines.add(line.toString().stripTrailing());
    }

    /** Pieces that no line break may cut: a Western word with the blank after it, or a Chinese character with its punctuation. */
    private static List<String> units(String text) {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        int before = -1;
        for (int codePoint : text.codePoints().toArray()) {
            if (before >= 0 && breaks(before, codePoint)) {
                units.add(unit.toString());
                unit.setLength(0);
            }
            unit.appendCodePoint(codePoint);
            before = codePoint;
        }
        if (!unit.isEmpty()) {
            units.add(unit.toString());
        }
        return units;
    }

    private static boolean breaks(int before, int after) {
        if (NO_LINE_BEGINS_WITH.indexOf(after) >= 0 || NO_LINE_ENDS_WITH.indexOf(before) >= 0 || after == ' ') {
            return false;
        }
        return before == ' ' || wide(before) || wide(after);
    }
}
