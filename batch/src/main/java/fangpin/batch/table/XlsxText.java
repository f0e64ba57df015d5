package fangpin.batch.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.RichText;

/**
 * Text as cells of xlsx hold it: a character that XML can't hold stands there as {@code _x0001_}, and what looks like
 * that of itself has its underscore written as {@code _x005F_} (ECMA-376 part 1, 22.9.2.19).
 */
final class XlsxText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    /** {@code text} for writing, with spaces at its ends kept. */
    static RichText rich(String text) {
        return RichText.builder().run(escaped(text)).end().build();
    }

    static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unfit = (c < ' ' && c != '\t' && c != '\n') || c >= '\uFFFE';
            boolean lookalike =
                    c == '_' && ESCAPE.matcher(text).region(i, text.length()).lookingAt();
            if ((unfit || lookalike) && escaped == null) {
                escaped = new StringBuilder(text.substring(0, i));
            }
            if (escaped != null) {
                if (unfit || lookalike) {
                    escaped.append(String.format("_x%04X_", (int) c));
                } else {
                    escaped.append(c);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** The text that {@code written} stands for. */
    static String unescaped(String written) {
        if (!written.contains("_x")) {
            return written;
        }
        Matcher matcher = ESCAPE.matcher(written);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
