package fangpin.office.policy;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 政策包启用: a pack read in one way and with its open terms closed in one way, as one person proposed it and another answered.
 *
 * @param hash of the pack together with its fill
 * @param readings choices other than the pack's own, by the reading's id
 * @param fillName the file that closes open terms, null without one
 * @param answer words of who sent it back or took it back; empty otherwise
 * @param endedOn the day another took its place
 */
public record Adoption(
        long id,
        String pack,
        String hash,
        Map<String, String> readings,
        @Nullable String fillName,
        String reason,
        Stage stage,
        long proposedBy,
        LocalDate proposedOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String answer,
        @Nullable LocalDate endedOn,
        int version) {
    public Adoption {
        readings = Map.copyOf(readings);
    }

    /** 阶段 */
    public enum Stage {
        /** 待批准 */
        PROPOSED,
        /** 使用中 */
        IN_USE,
        /** 已被替换 */
        REPLACED,
        /** 已退回 */
        SENT_BACK,
        /** 已撤回 */
        WITHDRAWN
    }
}
