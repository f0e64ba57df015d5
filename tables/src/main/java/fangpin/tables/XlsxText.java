package fangpin.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Text as cells of xlsx hold it. A character that XML can't hold stands there as {@code _x0001_}, and what looks like
 * that of itself has its underscore written as {@code _x005F_} (ECMA-376 part 1, 22.9.2.19).
 */
final class XlsxText {

    /** Characters of an escape. */
    private static final int ESCAPE = 7;

    private XlsxText() {}

    /** Appends the text of an element that holds runs of text, up to its end; readings of characters are left out. */
    static void readRuns(XmlReader xml, String element, ByteBuilder target) throws IOException {
        boolean inText = false;
        boolean inReading = false;
        while (true) {
            switch (xml.next()) {
                case START -> {
                    inText = xml.name().equals("t");
                    inReading |= xml.name().equals("rPh");
                }
                case TEXT -> {
                    if (inText && !inReading) {
                        xml.appendText(target);
                    }
                }
                case END -> {
                    if (xml.name().equals(element)) {
                        unescape(target);
                        return;
                    }
                    inText = false;
                    inReading &= !xml.name().equals("rPh");
                }
                case FINISH -> throw new IOException("cut off");
            }
        }
    }

    /** {@code text} as it is to be written. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unfit = (c < ' ' && c != '\t' && c != '\n') || c >= '\uFFFE';
            boolean lookalike = c == '_'
                    && text.length() - i >= ESCAPE
                    && escape(text.substring(i, i + ESCAPE).getBytes(StandardCharsets.UTF_8), 0) >= 0;
            if (unfit || lookalike) {
                escaped.append(String.format("_x%04X_", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Makes {@code text} what it stands for. An escape of half a character is none. */
    static void unescape(ByteBuilder text) {
        byte[] bytes = text.bytes;
        int to = 0;
        for (int i = 0; i < text.length; i++) {
            int escape = text.length - i < ESCAPE ? -1 : escape(bytes, i);
            if (escape >= 0 && !Character.isSurrogate((char) escape)) {
                to = Utf8.encode(escape, bytes, to);
                i += ESCAPE - 1;
            } else {
                bytes[to++] = bytes[i];
            }
        }
        text.length = to;
    }

    /** The character that an escape at {@code at} stands for, or -1 if there is none. */
    private static int escape(byte[] bytes, int at) {
        if (bytes[at] != '_' || bytes[at + 1] != 'x' || bytes[at + ESCAPE - 1] != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + ESCAPE - 1; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
