package fangpin.office.fund;

import java.time.LocalDate;

/**
 * 银行付款文件: orders of a contract that went to the bank together.
 *
 * @param orders how many
 * @param open how many have no reply yet
 */
public record PaymentFile(
        long id,
        String path,
        long contractId,
        int orders,
        long sumFen,
        int open,
        int returned,
        long madeBy,
        LocalDate madeOn) {}
