package fangpin.office.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 跨区移交: a household leaves one district for another; both sides see it.
 *
 * @param fromPlace and toPlace the names both sides read
 * @param movedOn from which day the receiving side answers for it
 * @param determinationId the case that was filed when the household was taken over
 * @param mine whether the reader's division is the receiving side
 */
public record Handover(
        long id,
        String fromPath,
        String toPath,
        String fromPlace,
        String toPlace,
        String householdNumber,
        int persons,
        LocalDate movedOn,
        String reason,
        Stage stage,
        @Nullable String answer,
        LocalDate proposedOn,
        @Nullable LocalDate answeredOn,
        @Nullable Long determinationId,
        boolean mine,
        int version) {
    /** Where it stands in a list of hand-overs. */
    public OpenFirst rank() {
        return new OpenFirst(stage == Stage.PROPOSED, id);
    }

    /** 移交环节 */
    public enum Stage {
        /** 待接收 */
        PROPOSED,
        /** 已接收 */
        ACCEPTED,
        /** 已退回 */
        REFUSED,
        /** 已撤回 */
        WITHDRAWN
    }
}
