package fangpin.office.settlement;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 手工报销: a paper bill, from its entry to the settlement it makes.
 *
 * @param path village of the person
 * @param maskedId the person's ID number, masked
 * @param billId of the settlement; null until it is approved
 */
public record Reimbursement(
        long id,
        String path,
        long personId,
        String personName,
        String maskedId,
        Paper paper,
        Payee payee,
        Stage stage,
        int version,
        @Nullable Long billId,
        @Nullable String note,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Long decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable Long cancelledBy,
        @Nullable LocalDate cancelledOn) {
    /** 阶段 */
    public enum Stage {
        /** 待复核 */
        ENTERED,
        /** 已批准、已结算 */
        APPROVED,
        /** 已退回 */
        SENT_BACK,
        /** 已撤回 */
        WITHDRAWN,
        /** 批准后撤销 */
        CANCELLED
    }

    /**
     * 纸质账单.
     *
     * @param hospitalName as the paper says
     * @param amountsFen by the names of the product's columns
     * @param words what is no amount, by the same names
     * @param why out-of-place care, emergency, system failure
     */
    public record Paper(
            String hospitalName,
            String billNumber,
            LocalDate admittedOn,
            LocalDate dischargedOn,
            Map<String, Long> amountsFen,
            Map<String, String> words,
            String why) {
        public Paper {
            amountsFen = Map.copyOf(amountsFen);
            words = Map.copyOf(words);
        }

        /** A paper with amounts alone. */
        public Paper(
                String hospitalName,
                String billNumber,
                LocalDate admittedOn,
                LocalDate dischargedOn,
                Map<String, Long> amountsFen,
                String why) {
            this(hospitalName, billNumber, admittedOn, dischargedOn, amountsFen, Map.of(), why);
        }
    }

    /**
     * 收款人.
     *
     * @param relation of a proxy to the person; empty for the person himself
     * @param account whole when it is entered, masked when it is shown
     */
    public record Payee(boolean proxy, String name, String relation, String bank, String account) {
        /** Without the account. */
        @Override
        public String toString() {
            return "Payee " + (proxy ? "proxy" : "person");
        }
    }
}
