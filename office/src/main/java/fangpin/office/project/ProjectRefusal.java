package fangpin.office.project;

import fangpin.office.access.RefusalReason;

/** 项目事项不予办理的原因 */
public enum ProjectRefusal implements RefusalReason {
    /** 没有权限 */
    NO_RIGHT,
    /** 不是这一级的事 */
    WRONG_LEVEL,
    /** 没有这个项目 */
    NOT_FOUND,
    /** 没有这个地方，或不在辖区内 */
    PLACE_UNKNOWN,
    /** 政策包尚未启用 */
    PACK_NOT_IN_USE,
    /** 政策包里没有这个资金项目 */
    ITEM_UNKNOWN,
    /** 缺少必填项 */
    MISSING_FIELD,
    /** 没有受益户或受益人 */
    NOBODY_REACHED,
    /** 没有预算 */
    BUDGET_MISSING,
    /** 金额写法不对 */
    BAD_AMOUNT,
    /** 数值写法不对 */
    BAD_NUMBER,
    /** 日期不对 */
    BAD_DATE,
    /** 没有写村民会议的日期 */
    MEETING_MISSING,
    /** 环节不对 */
    NOT_NOW,
    /** 已被他人办理 */
    CHANGED_MEANWHILE,
    /** 理由、意见没有写 */
    REASON_MISSING,
    /** 负面清单里的支出 */
    NEVER_PAID,
    /** 负面清单的字样还没有人排除 */
    WORDS_SUSPECT,
    /** 没有要排除的字样 */
    NOTHING_SUSPECT,
    /** 没有部门论证意见 */
    OPINION_MISSING,
    /** 公示期不够 */
    NOTICE_SHORT,
    /** 公示尚未结束 */
    NOTICE_RUNNING,
    /** 还有没有答复的异议 */
    OBJECTION_OPEN,
    /** 前置条件不满足，可以申请例外 */
    GATE_IN_PRINCIPLE,
    /** 前置条件不满足，没有例外 */
    GATE_ALWAYS,
    /** 没有这个前置条件 */
    GATE_UNKNOWN,
    /** 条件已经满足，不需要例外 */
    GATE_OPEN,
    /** 已经提出，等另一人决定 */
    UNDER_WAY,
    /** 绩效目标已定 */
    GOALS_FIXED,
    /** 还没有监测值 */
    VALUES_MISSING,
    /** 还有没有销号的问题 */
    FINDING_OPEN,
    /** 还没有登记、确权的资产 */
    ASSET_MISSING,
    /** 没有落实管护 */
    UPKEEP_MISSING,
    /** 没有这一户，或没有享受政策的人 */
    HOUSEHOLD_UNKNOWN,
    /** 这一户在重点村 */
    KEY_VILLAGE,
    /** 分配超过收益 */
    SHARES_EXCEED,
    /** 没有分配名单 */
    SHARES_MISSING;

    @Override
    public String key() {
        return "project.refusal." + Project.word(this);
    }
}
