package fangpin.office.supervision;

import fangpin.office.access.RefusalReason;

/** 监管事项不予办理的原因. */
public enum SupervisionRefusal implements RefusalReason {
    /** 没有权限 */
    NO_RIGHT,
    /** 没有这一条，或不在本辖区 */
    NOT_FOUND,
    /** 备查事项不须办理 */
    NOTHING_TO_DO,
    /** 还没有整改 */
    NOT_RECTIFIED,
    /** 说明没有写 */
    WORDS_MISSING,
    /** 已被他人办理 */
    CHANGED_MEANWHILE,
    /** 文件读不懂 */
    UNREADABLE,
    /** 对账单的一行不对 */
    BAD_ROW,
    /** 这份对账单已经导入过 */
    KNOWN_STATEMENT,
    /** 还有未核对的行 */
    ROWS_OPEN,
    /** 月份已关账 */
    MONTH_CLOSED,
    /** 金额不等，不能勾对 */
    OTHER_AMOUNT,
    /** 这个月已经印发 */
    KNOWN_BULLETIN,
    /** 没有这一年的资金 */
    NO_YEAR;

    @Override
    public String key() {
        return "supervision.refusal." + Finding.word(this);
    }
}
