package fangpin.office.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 银行流水: one row of a bank's statement, and what of the books it is.
 *
 * @param amountFen what came in as plus, what went out as minus
 * @param match null while nobody and nothing has found it in the books
 */
public record BankRow(
        long id,
        LocalDate day,
        long amountFen,
        String reference,
        String otherSide,
        String words,
        @Nullable Match match) {

    /** 对应账目 */
    public enum Kind {
        /** 到账 */
        RECEIPT,
        /** 一笔支付 */
        PAYMENT,
        /** 一份用款申请的全部支付 */
        REQUEST,
        /** 账外事项：手续费、利息、退汇等，说明理由 */
        OTHER
    }

    /** 勾对方式 */
    public enum How {
        /** 流水号相符 */
        REFERENCE,
        /** 金额与日期相符 */
        AMOUNT,
        /** 人工 */
        HAND
    }

    /**
     * 勾对.
     *
     * @param id of the receipt, payment or request; 0 for something else
     * @param reason why, where a person said so
     */
    public record Match(Kind kind, long id, How how, String reason, long by, LocalDate on) {}

    /**
     * 我方未达: what the books have and no row of the bank is.
     *
     * @param id of the receipt or payment
     * @param page row where it is shown, such as {@code document/5}
     */
    public record Ours(Kind kind, long id, LocalDate day, long amountFen, String reference, String page) {}

    /**
     * 对账月份.
     *
     * @param askedBy who wants it closed; null while nobody does
     */
    public record Month(
            LocalDate month,
            long rows,
            long matched,
            long inFen,
            long outFen,
            @Nullable Long askedBy,
            @Nullable LocalDate askedOn,
            String note,
            @Nullable Long closedBy,
            @Nullable LocalDate closedOn) {
        /** Rows that nothing is found for. */
        public long open() {
            return rows - matched;
        }
    }
}
