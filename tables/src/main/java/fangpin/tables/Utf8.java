package fangpin.tables;

/** UTF-8 where the standard library would allocate: straight between arrays. */
final class Utf8 {

    private Utf8() {}

    /**
     * Writes {@code count} characters, which are well-formed UTF-16, as UTF-8.
     *
     * @return the offset after the last byte written
     */
    static int encode(char[] source, int offset, int count, byte[] target, int at) {
        int end = offset + count;
        for (int i = offset; i < end; i++) {
            char c = source[i];
            if (c < 0x80) {
                target[at++] = (byte) c;
            } else if (c < 0x800) {
                target[at++] = (byte) (0xC0 | (c >> 6));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c)) {
                at = encode(Character.toCodePoint(c, source[++i]), target, at);
            } else {
                target[at++] = (byte) (0xE0 | (c >> 12));
                target[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        return at;
    }

    /** Writes one character, which is no surrogate, as UTF-8, and returns the offset after its last byte. */
    static int encode(int character, byte[] target, int at) {
        if (character < 0x80) {
            target[at] = (byte) character;
            return at + 1;
        }
        int length = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
        int rest = character;
        for (int i = at + length - 1; i > at; i--) {
            target[i] = (byte) (0x80 | (rest & 0x3F));
            rest >>= 6;
        }
        target[at] = (byte) ((0xF00 >> length) | rest);
        return at + length;
    }

    /**
     * Checks that the bytes from {@code from}, where a character begins, are UTF-8: no overlong form, no surrogate,
     * nothing above U+10FFFF.
     *
     * @param to where to stop; a character that begins before is checked whole, and {@code source} has its bytes
     * @return the offset of the first character at or after {@code to}; or, if a character that begins at offset {@code
     *     n} is none, {@code -n - 1}
     */
    static int check(byte[] source, int from, int to) {
        int at = from;
        while (at < to) {
            int length = source[at] >= 0 ? 1 : length(source, at);
            if (length == 0) {
                return -at - 1;
            }
            at += length;
        }
        return at;
    }

    /** Number of bytes of the character at {@code at} that is not ASCII, or 0 if it is none. */
    private static int length(byte[] source, int at) {
        int first = source[at] & 0xFF;
        int second = source[at + 1] & 0xFF;
        if (first < 0xE0) {
            return first >= 0xC2 && isRest(second) ? 2 : 0;
        }
        // the second byte of a longer character tells overlong forms, surrogates and what is beyond Unicode
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (first > 0xF4 || second < low || second > high || !isRest(source[at + 2] & 0xFF)) {
            return 0;
        }
        if (first < 0xF0) {
            return 3;
        }
        return isRest(source[at + 3] & 0xFF) ? 4 : 0;
    }

    private static boolean isRest(int value) {
        return (value & 0xC0) == 0x80;
    }
}
