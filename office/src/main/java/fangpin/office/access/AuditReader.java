package fangpin.office.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 审计查阅: the records of one's division, and those of strangers, the youngest first. */
public interface AuditReader {
    /**
     * What is looked for.
     *
     * @param actorName part of the name; empty for anybody
     * @param action null for any
     * @param subject the beginning of it; empty for any
     * @param from first day
     * @param to last day
     * @param before records younger than this number are left out; null for the first page
     */
    record Query(
            String actorName,
            @Nullable AuditAction action,
            String subject,
            LocalDate from,
            LocalDate to,
            @Nullable Long before,
            int most) {}

    /** A record as it is read. */
    record Line(
            long number,
            Instant at,
            String actorName,
            @Nullable Long actorId,
            AuditAction action,
            String subject,
            String fromAddress,
            Map<String, String> details,
            boolean sealed) {
        public Line {
            details = Map.copyOf(details);
        }
    }

    /** One page of records. */
    List<Line> page(Actor actor, Query query);
}
