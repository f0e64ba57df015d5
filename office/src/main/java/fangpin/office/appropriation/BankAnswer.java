package fangpin.office.appropriation;

import java.util.List;

/**
 * 回盘结果: what a bank's reply to a request did.
 *
 * @param paid payments it paid just now
 * @param returned payments that came back just now
 * @param repeated rows that say again what is known
 * @param faults rows that were not taken
 */
public record BankAnswer(int paid, int returned, int repeated, List<Fault> faults) {
    public BankAnswer {
        faults = List.copyOf(faults);
    }

    /**
     * 未入账的一行.
     *
     * @param row in the file, the heading is row 1
     * @param number as it is written there
     */
    public record Fault(long row, String number, fangpin.office.fund.BankReply.Kind kind) {}
}
