package fangpin.office.fund;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 付款单: what is owed to somebody goes to his bank account.
 *
 * @param subject whom it is for: {@code hospital/3}, {@code claim/7}
 * @param payeeAccount in clear only for who makes the bank's file, masked for everybody else
 * @param payeeTold whom the room that owes named, when another is paid; empty otherwise
 * @param beyondDebt whether it is approved or with the bank, and what is owed became less than what its orders pay
 * @param reason why it was refused or came back; empty otherwise
 */
public record PaymentOrder(
        long id,
        String path,
        long contractId,
        String pack,
        String product,
        String subject,
        long amountFen,
        String payeeName,
        String payeeBank,
        String payeeAccount,
        String payeeTold,
        State state,
        long raisedBy,
        LocalDate raisedOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        @Nullable Long fileId,
        @Nullable LocalDate endedOn,
        @Nullable String bankReference,
        String reason,
        boolean beyondDebt) {
    /** 状态 */
    public enum State {
        /** 待批准 */
        RAISED,
        /** 已批准，款已占用 */
        APPROVED,
        /** 已送银行 */
        SENT,
        /** 已付 */
        PAID,
        /** 银行退回 */
        RETURNED,
        /** 未批准 */
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
