package fangpin.office.appropriation;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 一笔支付 of special funds.
 *
 * @param number within its request
 * @param personId of the register; null where the payee is nobody there
 * @param account masked, or in clear for the bank's file
 */
public record FundPayment(
        long id,
        long requestId,
        int number,
        String path,
        @Nullable Long personId,
        String payeeName,
        String payeeBank,
        String account,
        long amountFen,
        State state,
        @Nullable LocalDate endedOn,
        String bankReference,
        String reason) {
    /** 支付状态 */
    public enum State {
        RAISED,
        APPROVED,
        SENT,
        PAID,
        RETURNED,
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 支付编号 as the bank's file has it. */
    public String text() {
        return "ZX" + requestId + "-" + number;
    }
}
