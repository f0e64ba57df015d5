package fangpin.office.register;

/** 单元格文字: what people write, in one spelling: full-width letters and digits made narrow, invisible characters and outer spaces gone. */
public final class CellText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';
    private static final int WIDE_TO_NARROW = 0xFEE0;

    private CellText() {}

    /** The text in one spelling. Controls and marks of direction stay, to be refused by whoever reads the field. */
    public static String normal(String written) {
        return isPlain(written) ? written : rewritten(written);
    }

    private static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0) {
            return true;
        }
        if (text.charAt(0) <= ' ' || text.charAt(length - 1) <= ' ' || isGuard(text)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\u00A0' || c == '\u3000' || isInvisible(c) || (c >= FIRST_WIDE && c <= LAST_WIDE)) {
                return false;
            }
        }
        return true;
    }

    private static String rewritten(String written) {
        StringBuilder text = new StringBuilder(written.length());
        for (int i = isGuard(written) ? 1 : 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\u00A0' || c == '\u3000') {
                text.append(' ');
            } else if (c >= FIRST_WIDE && c <= LAST_WIDE) {
                text.append((char) (c - WIDE_TO_NARROW));
            } else if (!isInvisible(c)) {
                text.append(c);
            }
        }
        return text.toString().strip();
    }

    /** The apostrophe that our own files put before what a spreadsheet would take for a formula. */
    private static boolean isGuard(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r".indexOf(text.charAt(1)) >= 0;
    }

    private static boolean isInvisible(char c) {
        return c == '\u200B' || c == BYTE_ORDER_MARK || c == '\u00AD';
    }

    /** The text without any space. */
    public static String withoutSpaces(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return text.replaceAll("\\s+", "");
            }
        }
        return text;
    }

    /** Whether there is a character that steers: a control, or a mark that turns the direction of the text around it. */
    public static boolean steers(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)
                    || c == '\u200E'
                    || c == '\u200F'
                    || c == '\u061C'
                    || (c >= '\u202A' && c <= '\u202E')
                    || (c >= '\u2066' && c <= '\u2069')) {
                return true;
            }
        }
        return false;
    }
}
