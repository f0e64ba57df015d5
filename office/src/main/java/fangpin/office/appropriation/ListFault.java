package fangpin.office.appropriation;

import java.util.Locale;

/**
 * 名单的问题: a row that keeps the whole list from being asked for.
 *
 * @param row in the file, the heading is row 1
 */
public record ListFault(long row, Kind kind) {
    /** 原因 */
    public enum Kind {
        /** 身份证号码不对，或没有写 */
        BAD_ID,
        /** 不在人员档案里，或不在本辖区 */
        NOT_REGISTERED,
        /** 已去世 */
        DIED,
        /** 姓名与档案不符 */
        OTHER_NAME,
        /** 没有账号，档案里也没有 */
        NO_ACCOUNT,
        /** 账号写法不对 */
        BAD_ACCOUNT,
        /** 金额不对 */
        BAD_AMOUNT,
        /** 名单中重复 */
        REPEATED,
        /** 同一项目已发放或正在发放 */
        PAID_BEFORE;

        /** The key of its words. */
        public String key() {
            return "appropriation.list-fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
