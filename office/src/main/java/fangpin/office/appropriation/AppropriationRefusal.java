package fangpin.office.appropriation;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 专项资金事项不予办理的原因. */
public enum AppropriationRefusal implements RefusalReason {
    /** 没有权限，或不是本辖区的资金 */
    NO_RIGHT,
    /** 没有这一笔 */
    NOT_FOUND,
    /** 缺少必填项 */
    FIELD_MISSING,
    /** 金额写法不对 */
    BAD_AMOUNT,
    /** 日期不对 */
    BAD_DATE,
    /** 预算科目写法不对 */
    BAD_BUDGET_CODE,
    /** 分项之和与文件金额不符 */
    ITEMS_DIFFER,
    /** 用途不是政策所列 */
    UNKNOWN_ITEM,
    /** 文件已登记 */
    NUMBER_USED,
    /** 到账超过文件金额 */
    MORE_THAN_DOCUMENT,
    /** 银行流水号已登记 */
    REFERENCE_USED,
    /** 已被他人办理 */
    CHANGED_MEANWHILE,
    /** 理由没有写 */
    REASON_MISSING,
    /** 依据的文件或会议没有写 */
    DECISION_MISSING,
    /** 可用指标不足 */
    NOT_ENOUGH,
    /** 本级没有对应来源的指标 */
    NO_SOURCE,
    /** 政策包没有启用，或没有分配方案 */
    NO_SCHEME,
    /** 不能测算 */
    NOT_ALLOCATED,
    /** 调整后各区划之和与总额不符 */
    NOT_BALANCED,
    /** 没有公示 */
    NOT_NOTICED,
    /** 没有这个区划 */
    UNKNOWN_DIVISION,
    /** 负面清单 */
    NEGATIVE_LIST,
    /** 用途中有与负面清单相近的词，须另一人排除 */
    SUSPECT_WORD,
    /** 项目不在这笔资金的地方 */
    PROJECT_ELSEWHERE,
    /** 没有这样的人 */
    NOBODY,
    /** 名单有问题 */
    LIST_FAULTY,
    /** 账号写法不对 */
    BAD_ACCOUNT,
    /** 指标没有拨付到项目或发放项目 */
    NO_USE,
    /** 没有不足 */
    NO_SHORTFALL,
    /** 没有已批准的付款 */
    NOTHING_TO_SEND,
    /** 文件读不了 */
    UNREADABLE;

    @Override
    public String key() {
        return "appropriation.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
