package fangpin.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One tag of XML, the brackets left out: its name and its attributes. */
final class XmlTag {

    /** Names that were seen last, so that most names are made into text only once. */
    private static final int KEPT_NAMES = 256;

    private record Name(String full, String local) {}

    /** The tag as it stands, for example {@code c r="A1" t="s"}. */
    final ByteBuilder bytes = new ByteBuilder();

    private final byte[][] keptBytes = new byte[KEPT_NAMES][0];
    private final Name[] kept = new Name[KEPT_NAMES];
    private final ByteBuilder value = new ByteBuilder();
    private Name name = new Name("", "");
    private int[] spans = new int[32];
    private int count;

    /** Name with its prefix. */
    String fullName() {
        return name.full;
    }

    /** Name without its prefix. */
    String localName() {
        return name.local;
    }

    /** Takes {@link #bytes} apart. Errors: it is no tag. */
    void parse() throws IOException {
        int end = nameEnd(0);
        name = named(end);
        count = 0;
        int at = end;
        while (true) {
            int start = afterSpace(at);
            if (start == bytes.length) {
                return;
            }
            if (start == at) {
                throw new IOException("attributes without a space between");
            }
            int nameEnd = nameEnd(start);
            int equals = afterSpace(nameEnd);
            int open = equals < bytes.length && bytes.bytes[equals] == '=' ? afterSpace(equals + 1) : bytes.length;
            if (open == bytes.length || (bytes.bytes[open] != '"' && bytes.bytes[open] != '\'')) {
                throw new IOException("an attribute without a value");
            }
            int close = open + 1;
            while (close < bytes.length && bytes.bytes[close] != bytes.bytes[open]) {
                close++;
            }
            if (close == bytes.length) {
                throw new IOException("an attribute without an end");
            }
            keep(start, nameEnd, open + 1, close);
            at = close + 1;
        }
    }

    /** The value of the attribute {@code wanted}, which has no prefix, or null. */
    @Nullable
    String attribute(String wanted) throws IOException {
        for (int i = 0; i < count; i += 4) {
            if (spans[i + 1] - spans[i] == wanted.length() && isAt(wanted, spans[i])) {
                return value(i);
            }
        }
        return null;
    }

    /** The value of an attribute {@code id} with any prefix, or null. */
    @Nullable
    String prefixedId() throws IOException {
        for (int i = 0; i < count; i += 4) {
            if (spans[i + 1] - spans[i] > 3 && isAt(":id", spans[i + 1] - 3)) {
                return value(i);
            }
        }
        return null;
    }

    private void keep(int nameStart, int nameEnd, int valueStart, int valueEnd) {
        if (count == spans.length) {
            spans = Arrays.copyOf(spans, 2 * count);
        }
        spans[count++] = nameStart;
        spans[count++] = nameEnd;
        spans[count++] = valueStart;
        spans[count++] = valueEnd;
    }

    private String value(int attribute) throws IOException {
        int from = spans[attribute + 2];
        int to = spans[attribute + 3];
        if (XmlText.isPlain(bytes.bytes, from, to)) {
            return new String(bytes.bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        value.clear();
        value.append(bytes.bytes, from, to);
        XmlText.decode(value);
        return value.toString();
    }

    private boolean isAt(String ascii, int from) {
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes.bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < bytes.length && XmlText.isSpace(bytes.bytes[at])) {
            at++;
        }
        return at;
    }

    private int nameEnd(int from) throws IOException {
        int at = from;
        while (at < bytes.length && isNameByte(bytes.bytes[at])) {
            at++;
        }
        if (at == from || (bytes.bytes[from] >= '-' && bytes.bytes[from] <= '9')) {
            throw new IOException("a name is missing");
        }
        return at;
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == ':'
                || b == '_'
                || b == '-'
                || b == '.'
                || b < 0;
    }

    private Name named(int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes.bytes[i];
        }
        int slot = Math.floorMod(hash, KEPT_NAMES);
        if (!Arrays.equals(keptBytes[slot], 0, keptBytes[slot].length, bytes.bytes, 0, length)) {
            String full = new String(bytes.bytes, 0, length, StandardCharsets.UTF_8);
            keptBytes[slot] = Arrays.copyOf(bytes.bytes, length);
            kept[slot] = new Name(full, full.substring(full.indexOf(':') + 1));
        }
        return kept[slot];
    }
}
