package fangpin.batch.plain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The three input files of a random county, as text.
 *
 * @param seed what {@link RandomCounty#of} needs to make it again
 */
public record County(long seed, String members, String bills, String claims) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int ONE_IN_SO_MANY_COUNTIES_WRITES_GB18030 = 6;

    /** One of this county's texts as the bytes of a file: mostly UTF-8, in some counties GB18030. */
    public byte[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (Math.floorMod(seed, ONE_IN_SO_MANY_COUNTIES_WRITES_GB18030) != 0) {
            return utf8;
        }
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        byte[] gb18030 = withoutMark.getBytes(GB18030);
        boolean survives = new String(gb18030, GB18030).equals(withoutMark);
        return survives && !isUtf8(gb18030) ? gb18030 : utf8;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    /** How to see this county again. */
    @Override
    public String toString() {
        return "RandomCounty.of(" + seed + "L)";
    }
}
