package fangpin.office.register.roster;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the binary form of PostgreSQL's COPY. */
final class CopyRows {
    private static final byte[] HEAD = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] END = {-1, -1};
    private static final LocalDate DAY_0 = LocalDate.of(2000, 1, 1);

    private byte[] bytes;
    private int length;

    CopyRows(int size) {
        bytes = new byte[size];
    }

    /** What stands before the first row. */
    static byte[] head() {
        return HEAD.clone();
    }

    /** What stands after the last row. */
    static byte[] end() {
        return END.clone();
    }

    /** The rows put in so far; afterwards there are none. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    int length() {
        return length;
    }

    CopyRows row(int columns) {
        reserve(2);
        bytes[length++] = (byte) (columns >> 8);
        bytes[length++] = (byte) columns;
        return this;
    }

    CopyRows number(int value) {
        int32(4);
        return int32(value);
    }

    CopyRows number(@Nullable Integer value) {
        return value == null ? nothing() : number(value.intValue());
    }

    CopyRows big(@Nullable Long value) {
        if (value == null) {
            return nothing();
        }
        int32(8);
        int32((int) (value >> 32));
        return int32((int) (long) value);
    }

    CopyRows small(@Nullable Integer value) {
        if (value == null) {
            return nothing();
        }
        int32(2);
        reserve(2);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) (int) value;
        return this;
    }

    CopyRows date(@Nullable LocalDate value) {
        return value == null ? nothing() : number((int) (value.toEpochDay() - DAY_0.toEpochDay()));
    }

    CopyRows text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows bytes(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        int32(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    CopyRows nothing() {
        return int32(-1);
    }

    private CopyRows int32(int value) {
        reserve(4);
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    private void reserve(int room) {
        if (bytes.length - length < room) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + room));
        }
    }
}
