package fangpin.office.access.internal;

import java.nio.charset.StandardCharsets;

/**
 * 清理凭证: what stands for the beginning of the chain that was disposed of.
 *
 * @param upto the last link that is gone
 * @param link that link: the one that stands first now follows it
 */
public record AuditAnchor(long upto, AuditHead.Link link, long records, String reason, long askedBy, long approvedBy) {
    /** Made with the audit's key: nobody who rules the database alone can make one. */
    byte[] proof(KeyedHash key) {
        String text = String.join(
                "\n",
                "disposal",
                Long.toString(upto),
                link.hex(),
                Long.toString(records),
                Long.toString(askedBy),
                Long.toString(approvedBy),
                reason);
        return key.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
