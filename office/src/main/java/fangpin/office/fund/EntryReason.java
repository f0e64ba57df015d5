package fangpin.office.fund;

import java.util.Arrays;
import java.util.Locale;

/** 凭证事由. */
public enum EntryReason {
    /** 收到保费 */
    PREMIUM,
    /** 到账确认撤回 */
    PREMIUM_BACK,
    /** 保障应付：结算、理赔、手工报销 */
    BENEFIT,
    /** 保障冲回：撤销、重新核定 */
    BENEFIT_BACK,
    /** 付款 */
    PAYMENT,
    /** 退汇：付出后又退回 */
    PAYMENT_BACK,
    /** 专项资金下达 */
    FUNDS_IN,
    /** 专项资金分配、拨付、调剂 */
    FUNDS_MOVED,
    /** 专项资金支付 */
    FUNDS_PAID,
    /** 经营费用 */
    OPERATING_COST,
    /** 年度清算 */
    YEAR_CLOSE;

    /** Its name in rows and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of that name, which is one of ours. */
    public static EntryReason of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
