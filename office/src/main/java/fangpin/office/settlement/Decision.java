package fangpin.office.settlement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 结算决定: what was decided on a bill at one time; the last one counts.
 *
 * @param before running figures of the year before the bill, in the product's order
 * @param paidFen what the product pays by this decision
 * @param selfFen eligible cost left to the person
 * @param ineligibleFen cost outside the catalogue
 * @param differenceFen paid by this decision less paid by the one before
 * @param becauseOf the cancellation of an earlier bill that changed this one
 */
public record Decision(
        long id,
        int number,
        Kind kind,
        @Nullable Long becauseOf,
        List<Long> before,
        long totalFen,
        long paidFen,
        long selfFen,
        long ineligibleFen,
        long yearPaidFen,
        long differenceFen,
        String packHash,
        String inputHash,
        @Nullable String reason,
        long decidedBy,
        LocalDate decidedOn) {
    public Decision {
        before = List.copyOf(before);
    }

    /** 种类 */
    public enum Kind {
        /** 已结算 */
        SETTLED,
        /** 已调整 */
        ADJUSTED,
        /** 已撤销 */
        CANCELLED
    }

    /** What the person pays himself, in and out of the catalogue, fen. */
    public long dueFromPersonFen() {
        return selfFen + ineligibleFen;
    }
}
