package fangpin.office.fund;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 缴纳保费: what finance of a division paid into an insurer's account, as it says; it counts when the insurer says that it came.
 *
 * @param path division that paid, or for which a level above paid
 * @param payer as the pack names it
 * @param bankReference of the transfer; once under a contract
 * @param reason why it was not confirmed; empty otherwise
 */
public record PremiumPayment(
        long id,
        String path,
        long contractId,
        String pack,
        String product,
        String payer,
        long amountFen,
        LocalDate paidOn,
        String bankReference,
        State state,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String reason) {
    /** 状态 */
    public enum State {
        /** 已登记，待承保机构确认到账 */
        ENTERED,
        /** 已到账 */
        CONFIRMED,
        /** 未到账 */
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
