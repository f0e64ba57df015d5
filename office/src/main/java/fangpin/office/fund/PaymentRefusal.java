package fangpin.office.fund;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 收付款不予办理的原因. */
public enum PaymentRefusal implements RefusalReason {
    /** 没有权限，或不是本机构的合同 */
    NO_RIGHT,
    /** 没有这一笔 */
    NOT_FOUND,
    /** 缺少必填项 */
    FIELD_MISSING,
    /** 金额写法不对 */
    BAD_AMOUNT,
    /** 账号写法不对 */
    BAD_ACCOUNT,
    /** 日期不对 */
    BAD_DATE,
    /** 保障没有承办合同 */
    NO_CONTRACT,
    /** 缴费方不是政策所列 */
    UNKNOWN_PAYER,
    /** 银行流水号已登记 */
    REFERENCE_USED,
    /** 超过应付余额 */
    MORE_THAN_OWED,
    /** 专户余额不足 */
    NOT_ENOUGH_MONEY,
    /** 已被他人办理 */
    CHANGED_MEANWHILE,
    /** 理由没有写 */
    REASON_MISSING,
    /** 没有已批准的付款 */
    NOTHING_TO_SEND,
    /** 回盘文件读不了 */
    UNREADABLE,
    /** 合同期还没有结束 */
    YEAR_RUNS,
    /** 已提出清算 */
    CLOSE_THERE,
    /** 去向与盈亏不符 */
    WRONG_WAY,
    /** 没有下一期的合同 */
    NO_NEXT_CONTRACT,
    /** 幅度在文件中未定 */
    BOUNDS_OPEN,
    /** 银行文件格式不对 */
    LAYOUT_WRONG;

    @Override
    public String key() {
        return "fund.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
