package fangpin.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Text between tags, or of an attribute. */
final class XmlText {

    /** Bytes of the longest reference, with zeros to spare. */
    private static final int REFERENCE_BYTES = 16;

    private static final byte[] ZEROS = new byte[3];

    private XmlText() {}

    static boolean isSpace(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /**
     * Makes {@code text} what it stands for: references become characters, line ends LF. Errors: a character that XML
     * does not have, or a reference to an entity, which only a document type could have declared.
     */
    static void decode(ByteBuilder text) throws IOException {
        decode(text, true);
    }

    /** Does the same for CDATA, in which nothing is a reference. */
    static void decodeLiteral(ByteBuilder text) throws IOException {
        decode(text, false);
    }

    private static void decode(ByteBuilder text, boolean references) throws IOException {
        if (isPlain(text.bytes, 0, text.length)) {
            return;
        }
        check(text);
        byte[] bytes = text.bytes;
        int to = 0;
        for (int i = 0; i < text.length; i++) {
            byte b = bytes[i];
            if (b == '&' && references) {
                int end = i + 1;
                while (end < text.length && bytes[end] != ';') {
                    end++;
                }
                // what a reference stands for is never longer than the reference
                to = Utf8.encode(referred(bytes, i + 1, end, text.length), bytes, to);
                i = end;
            } else if (b == '\r') {
                bytes[to++] = '\n';
                i += i + 1 < text.length && bytes[i + 1] == '\n' ? 1 : 0;
            } else {
                bytes[to++] = b;
            }
        }
        text.length = to;
    }

    /** Whether every byte is a character of ASCII that stands for itself, as nearly all text of sheets is. */
    static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] == '&') {
                return false;
            }
        }
        return true;
    }

    /** Checks that it is UTF-8, without characters that XML does not have. */
    private static void check(ByteBuilder text) throws IOException {
        boolean ascii = true;
        for (int i = 0; i < text.length; i++) {
            byte b = text.bytes[i];
            ascii &= b >= 0;
            if (b >= 0 && b < ' ' && !isSpace(b)) {
                throw new IOException("a control character");
            }
        }
        if (!ascii) {
            int length = text.length;
            // zeros after the end, so that a character that is cut off can't go on with bytes of before
            boolean room = text.append(ZEROS, 0, ZEROS.length);
            text.length = length;
            if (!room || Utf8.check(text.bytes, 0, length) != length) {
                throw new IOException("not UTF-8");
            }
        }
    }

    private static int referred(byte[] bytes, int from, int to, int end) throws IOException {
        if (to == end || to - from > REFERENCE_BYTES) {
            throw new IOException("a reference without an end");
        }
        String reference = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return switch (reference) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> character(reference);
        };
    }

    private static int character(String reference) throws IOException {
        int character = -1;
        try {
            if (reference.startsWith("#x")) {
                character = Integer.parseInt(reference, 2, reference.length(), 16);
            } else if (reference.startsWith("#")) {
                character = Integer.parseInt(reference, 1, reference.length(), 10);
            }
        } catch (NumberFormatException e) {
            throw new IOException(e);
        }
        boolean valid = character >= ' '
                ? character <= Character.MAX_CODE_POINT
                        && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                : isSpace(character);
        if (!valid) {
            throw new IOException("a reference to nothing");
        }
        return character;
    }
}
