package fangpin.office.access.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * 审计记录: a record as its hash sees it.
 *
 * @param details a JSON object as text, kept as written
 */
public record AuditRecord(
        long number, Instant at, Who who, String action, String subject, String fromAddress, String details) {
    /** Who did it; the path is empty for a stranger. */
    public record Who(@Nullable Long id, String name, String path) {
        private static final int LONGEST_NAME = 60;

        /** Somebody who has not signed in, by the name he gave. */
        public static Who stranger(String name) {
            return new Who(null, name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME), "");
        }
    }

    /** The record's own hash: no field can change, nor move into another, without it changing. */
    byte[] hash(KeyedHash key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        number(bytes, number);
        number(bytes, ChronoUnit.MICROS.between(Instant.EPOCH, at));
        number(bytes, who.id() == null ? Long.MIN_VALUE : who.id());
        for (String field : new String[] {who.name(), who.path(), action, subject, fromAddress, details}) {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            number(bytes, text.length);
            bytes.writeBytes(text);
        }
        return key.of(bytes.toByteArray());
    }

    /** The link of the chain that seals a record after the link before it. */
    static byte[] link(KeyedHash key, byte[] before, long position, long number, byte[] hash) {
        return key.of(ByteBuffer.allocate(before.length + hash.length + 16)
                .put(before)
                .putLong(position)
                .putLong(number)
                .put(hash)
                .array());
    }

    private static void number(ByteArrayOutputStream bytes, long value) {
        bytes.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
    }
}
