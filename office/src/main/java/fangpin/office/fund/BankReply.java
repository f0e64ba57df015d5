package fangpin.office.fund;

import java.util.List;

/**
 * 回盘结果: what a bank's reply did.
 *
 * @param paid orders it paid just now
 * @param returned orders that came back just now
 * @param repeated rows that say again what is known
 * @param faults rows that were not taken, by their number in the file
 */
public record BankReply(int paid, int returned, int repeated, List<Fault> faults) {
    public BankReply {
        faults = List.copyOf(faults);
    }

    /**
     * 未入账的一行.
     *
     * @param row in the file, the heading is row 1
     * @param order as it is written there
     */
    public record Fault(long row, String order, Kind kind) {}

    /** 原因 */
    public enum Kind {
        /** 付款单号不在这个文件里 */
        UNKNOWN_ORDER,
        /** 金额与付款单不同 */
        OTHER_AMOUNT,
        /** 结果既不是成功也不是失败 */
        NO_RESULT,
        /** 与已记的结果相反 */
        CONTRADICTS;

        /** The key of its words. */
        public String key() {
            return "fund.reply." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
