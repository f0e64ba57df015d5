package fangpin.office.settlement;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 结算不予办理的原因; the reasons of files (formats.md) where there is one. */
public enum SettlementRefusal implements RefusalReason {
    /** 没有权限，或没有登记为医院 */
    NO_RIGHT,
    /** 医院代码或名称不对 */
    HOSPITAL_WORDS,
    /** 医院代码已有 */
    HOSPITAL_THERE,
    /** 没有这笔结算 */
    NOT_FOUND,
    /** 没有这个人的参保 */
    UNKNOWN_PERSON,
    /** 该日不在保 */
    NOT_COVERED,
    /** 政策包尚未启用 */
    PACK_NOT_IN_USE,
    /** 险种不能在窗口结算 */
    PRODUCT_NOT_HERE,
    /** 缺少必填项 */
    MISSING_FIELD,
    /** 日期不对 */
    BAD_DATE,
    /** 金额写法不对 */
    BAD_AMOUNT,
    /** 金额相互矛盾 */
    AMOUNTS_INCONSISTENT,
    /** 账单已结算 */
    DUPLICATE_BILL,
    /** 报文编号已用于另一份报文 */
    MESSAGE_REUSED,
    /** 已撤销 */
    ALREADY_CANCELLED,
    /** 理由没有写 */
    REASON_MISSING,
    /** 已被他人办理 */
    CHANGED_MEANWHILE;

    @Override
    public String key() {
        return "settlement.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
