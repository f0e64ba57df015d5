package fangpin.office.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 待定参保: somebody of whom a rule of cover leaves to people whether he is insured.
 *
 * @param id of the decision; 0 where nobody has proposed one
 * @param path village
 * @param category status by which the rule speaks of him
 */
public record Referral(
        long id,
        String path,
        long personId,
        String personName,
        String pack,
        String product,
        String category,
        String clause,
        Stage stage,
        boolean covered,
        String reason,
        @Nullable Long proposedBy,
        @Nullable LocalDate proposedOn,
        @Nullable Long decidedBy,
        @Nullable LocalDate decidedOn,
        String answer) {
    /** 阶段 */
    public enum Stage {
        /** 待提出 */
        OPEN,
        /** 待确认 */
        PROPOSED,
        /** 已确认 */
        CONFIRMED,
        /** 已退回 */
        SENT_BACK
    }
}
