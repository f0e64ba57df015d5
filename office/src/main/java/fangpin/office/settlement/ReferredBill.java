package fangpin.office.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 待定账单: a bill of a person of whom people decide whether he is insured; it waits with its hospital.
 *
 * @param refusal why it is not settled, where that is decided; null otherwise
 * @param billId the settlement it made; null while it made none
 */
public record ReferredBill(
        long id,
        long hospitalId,
        String hospitalPath,
        String hospitalChinese,
        String hospitalEnglish,
        String personName,
        String pack,
        String product,
        String billNumber,
        LocalDate dischargedOn,
        LocalDate enteredOn,
        State state,
        @Nullable SettlementRefusal refusal,
        @Nullable Long billId) {
    /** Whether the hospital may have it settled: its person is covered, and it has no settlement yet. */
    public boolean canBeSettled() {
        return state == State.READY || (state == State.REFUSED && refusal != SettlementRefusal.REFERRAL_REFUSED);
    }

    /** 状态 */
    public enum State {
        /** 等待决定 */
        WAITING,
        /** 已决定参保，等名单生效 */
        DECIDED,
        /** 已在保，可以结算 */
        READY,
        /** 决定不予参保，或结算不予办理 */
        REFUSED,
        /** 已结算 */
        SETTLED
    }
}
