package fangpin.office.claims;

import fangpin.office.access.RefusalReason;

/** 理赔事项不予办理的原因; the reasons of files (formats.md) where there is one. */
public enum ClaimRefusal implements RefusalReason {
    /** 没有权限 */
    NO_RIGHT,
    /** 没有这件理赔 */
    NOT_FOUND,
    /** 没有这个人的参保 */
    UNKNOWN_PERSON,
    /** 事故当日不在保 */
    NOT_COVERED,
    /** 政策包尚未启用 */
    PACK_NOT_IN_USE,
    /** 没有可理赔的险种 */
    PRODUCT_NOT_HERE,
    /** 没有承保机构 */
    NO_INSURER,
    /** 缺少必填项 */
    MISSING_FIELD,
    /** 日期不对 */
    BAD_DATE,
    /** 伤残等级没有评定 */
    GRADE_MISSING,
    /** 金额写法不对 */
    BAD_AMOUNT,
    /** 金额相互矛盾 */
    AMOUNTS_INCONSISTENT,
    /** 已有身故赔付 */
    ALREADY_DECEASED,
    /** 身故超过期限 */
    DEATH_TOO_LATE,
    /** 灾害保险的赔付没有填 */
    DISASTER_FIRST,
    /** 资料已补充告知过一次 */
    TOLD_ALREADY,
    /** 资料没有齐 */
    PAPERS_MISSING,
    /** 领款人没有填或不合 */
    PAYEE_MISSING,
    /** 银行卡号不对 */
    BAD_CARD,
    /** 经办、审批、复核不是同一人 */
    SAME_PERSON,
    /** 应赔金额有变 */
    AMOUNT_MOVED,
    /** 申诉不得减少已赔金额 */
    WOULD_TAKE_BACK,
    /** 环节不对 */
    NOT_NOW,
    /** 理由没有写 */
    REASON_MISSING,
    /** 条款不存在 */
    CLAUSE_UNKNOWN,
    /** 已被他人办理 */
    CHANGED_MEANWHILE;

    @Override
    public String key() {
        return "claims.refusal." + Claim.word(this);
    }
}
