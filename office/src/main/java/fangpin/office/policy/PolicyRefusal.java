package fangpin.office.policy;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 政策事项不予办理的原因 */
public enum PolicyRefusal implements RefusalReason {
    /** 没有这个政策包或这次启用 */
    NOT_FOUND,
    /** 没有权限 */
    NO_RIGHT,
    /** 不是本辖区的文件 */
    NOT_YOUR_PLACE,
    /** 理由没有写 */
    REASON_MISSING,
    /** 已有一次启用待批准 */
    ALREADY_UNDER_WAY,
    /** 与使用中的相同 */
    UNCHANGED,
    /** 填补文件有问题 */
    FILL_FAULTY,
    /** 按所选口径和填补装不起来 */
    DOES_NOT_LOAD,
    /** 提出之后政策包变了 */
    PACK_CHANGED,
    /** 日期不对 */
    BAD_DAYS,
    /** 已被他人办理 */
    CHANGED_MEANWHILE;

    @Override
    public String key() {
        return "policy.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
