package fangpin.batch.table;

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
                int codePoint = Character.toCodePoint(c, source[++i]);
                target[at++] = (byte) (0xF0 | (codePoint >> 18));
                target[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
                target[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (codePoint & 0x3F));
            } else {
                target[at++] = (byte) (0xE0 | (c >> 12));
                target[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                target[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        return at;
    }
}
