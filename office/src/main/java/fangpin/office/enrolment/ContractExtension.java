package fangpin.office.enrolment;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 合同续期: the insurer is kept without a new choice.
 *
 * @param formerTo first day on which the contract would not have held any more
 * @param clause on whose condition it rests
 */
public record ContractExtension(
        long id,
        long contractId,
        LocalDate formerTo,
        LocalDate validTo,
        String clause,
        String note,
        State state,
        long proposedBy,
        LocalDate proposedOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String reason) {
    /** 状态 */
    public enum State {
        /** 待批准 */
        PROPOSED,
        /** 已续期 */
        IN_FORCE,
        /** 未批准 */
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
