package fangpin.office.register;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 不予办理的原因: each has its words under {@code register.refusal.}. */
public enum Refusal implements RefusalReason {
    /** 记录不存在或不在辖区内 */
    NOT_FOUND,
    /** 已被他人改动 */
    CHANGED_MEANWHILE,
    /** 当前环节不能这样办 */
    WRONG_STAGE,
    /** 经办与复核不能是同一人 */
    SAME_PERSON,
    /** 没有这项权限 */
    NO_RIGHT,
    /** 没有选人 */
    NO_PERSON,
    /** 年度复核还有户没有看完 */
    REVIEW_OPEN,
    /** 其中有人已经去世 */
    DIED,
    /** 已经是这种身份 */
    ALREADY_HOLDS,
    /** 现在没有这种身份 */
    DOES_NOT_HOLD,
    /** 日期在将来 */
    DATE_IN_FUTURE,
    /** 早于身份开始之日 */
    BEFORE_BEGIN,
    /** 另一件事项还在办 */
    ALREADY_UNDER_WAY,
    /** 这户还有没办结的事项 */
    HOUSEHOLD_CASE_OPEN,
    /** 公示未满期 */
    NOTICE_RUNNING,
    /** 有未答复的异议 */
    OPEN_OBJECTION,
    /** 公示天数不对 */
    NOTICE_DAYS,
    /** 去向不对 */
    DESTINATION,
    /** 理由没有写 */
    REASON_MISSING,
    /** 与自己合并 */
    MERGE_WITH_SELF,
    /** 期间重叠 */
    OVERLAP,
    /** 区划代码或名称不对 */
    DIVISION_WORDS,
    /** 区划已存在，或上级不在辖区内 */
    DIVISION_THERE,
    /** 区划里还有未销户的家庭或下级区划 */
    DIVISION_IN_USE,
    /** 不是本辖区的村，或已经是重点村 */
    KEY_VILLAGE_THERE,
    /** 已在别处登记 */
    ALREADY_REGISTERED,
    /** 号码在另一份档案上 */
    NUMBER_HELD,
    /** 号码已从一份档案上更正，该人现用另一号码 */
    NUMBER_CORRECTED,
    /** 同上，该人在外区县 */
    NUMBER_CORRECTED_OUTSIDE,
    /** 没有要改的 */
    NOTHING_CHANGES;

    @Override
    public String key() {
        return "register.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
