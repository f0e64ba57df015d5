package fangpin.office.fund;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 经营费用 (SD §5: strictly controlled): what the insurer spent to run a product, posted when another person of it agrees.
 *
 * @param voucher its number in the insurer's books, once under a contract
 */
public record OperatingCost(
        long id,
        String path,
        long contractId,
        String product,
        long amountFen,
        LocalDate spentOn,
        String what,
        String voucher,
        State state,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Long answeredBy,
        String reason) {
    /** 状态 */
    public enum State {
        /** 待复核 */
        ENTERED,
        /** 已入账 */
        POSTED,
        /** 不予认可 */
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
