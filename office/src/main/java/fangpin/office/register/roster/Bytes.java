package fangpin.office.register.roster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that are equal to others of the same content, so that they can stand in records and be looked up. Never changed. */
final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** These bytes, which the caller gives away. */
    static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /** These bytes, or nothing. */
    static @Nullable Bytes orNull(byte @Nullable [] content) {
        return content == null ? null : new Bytes(content);
    }

    byte[] content() {
        return content;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }
}
