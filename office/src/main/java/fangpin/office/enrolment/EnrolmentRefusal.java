package fangpin.office.enrolment;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 参保事项不予办理的原因 */
public enum EnrolmentRefusal implements RefusalReason {
    /** 没有权限 */
    NO_RIGHT,
    /** 没有这一件 */
    NOT_FOUND,
    /** 不是本辖区 */
    NOT_YOUR_PLACE,
    /** 政策包尚未启用 */
    PACK_NOT_IN_USE,
    /** 必填项没有填 */
    FIELD_MISSING,
    /** 代码或名称不合规定 */
    BAD_CODE,
    /** 号码已用过 */
    NUMBER_TAKEN,
    /** 没有这个登录名，或不是承保机构 */
    NOT_AN_INSURER_LOGIN,
    /** 止期不晚于起期 */
    BAD_PERIOD,
    /** 合同应写明的内容或选择条件有缺 */
    ITEMS_MISSING,
    /** 合同没有生效 */
    CONTRACT_NOT_IN_FORCE,
    /** 基准日不在合同期内或晚于今天 */
    BAD_DAY,
    /** 同一地方有名单还没有办完 */
    LIST_OPEN,
    /** 名单上没有要报送的 */
    NOTHING_TO_SEND,
    /** 差异还没有处理完 */
    DIFFERENCES_OPEN,
    /** 文件的打开密码太短 */
    FILE_PASSWORD,
    /** 回复文件读不了 */
    FILE_REFUSED,
    /** 回复文件没有需要的列 */
    COLUMN_MISSING,
    /** 结余金额不对 */
    BAD_AMOUNT,
    /** 保费算不出来 */
    PREMIUM_NOT_DUE,
    /** 理由没有写 */
    REASON_MISSING,
    /** 这一步现在不能办 */
    WRONG_STAGE,
    /** 已被他人办理 */
    CHANGED_MEANWHILE,
    /** 有重大过错 */
    SERIOUS_FAULT;

    @Override
    public String key() {
        return "enrolment.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
