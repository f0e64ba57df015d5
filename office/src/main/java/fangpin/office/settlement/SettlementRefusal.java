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
    /** 户编号与登记的不符 */
    OTHER_HOUSEHOLD,
    /** 参保须由人决定，账单已留待 */
    REFERRED,
    /** 经两人决定不予参保 */
    REFERRAL_REFUSED,
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
    /** 科室名称写得太长或有控制字符 */
    BAD_DEPARTMENT,
    /** 不是清单里的词 */
    BAD_CODE,
    /** 不是清单里的等级 */
    BAD_GRADE,
    /** 金额写法不对 */
    BAD_AMOUNT,
    /** 金额相互矛盾 */
    AMOUNTS_INCONSISTENT,
    /** 账单已结算 */
    DUPLICATE_BILL,
    /** 这张账单结算后又撤销了：文件里同样的一行不再自动结算 */
    CANCELLED_BEFORE,
    /** 报文编号已用于另一份报文 */
    MESSAGE_REUSED,
    /** 已撤销 */
    ALREADY_CANCELLED,
    /** 已有付款单 */
    PAYMENT_STANDS,
    /** 理由没有写 */
    REASON_MISSING,
    /** 已被他人办理 */
    CHANGED_MEANWHILE,
    /** 行的列数与表头不同 */
    BAD_ROW,
    /** 编号已损坏 */
    BAD_ID,
    /** 文件不是可读的表格 */
    FILE_REFUSED,
    /** 缺少必需的列 */
    COLUMNS_MISSING,
    /** 同一列写了两次 */
    COLUMNS_DOUBLED,
    /** 行数过多 */
    TOO_MANY_ROWS,
    /** 文件已办完 */
    UPLOAD_ENDED,
    /** 人员不在本辖区 */
    OTHER_DIVISION,
    /** 不是本机构承保的人员 */
    OTHER_INSURER,
    /** 账号没有登记到承保机构 */
    INSURER_UNKNOWN,
    /** 报销材料填写不全 */
    PAPER_WORDS,
    /** 银行账号不对 */
    BAD_ACCOUNT,
    /** 经办与复核须为两人 */
    SAME_PERSON,
    /** 对账单有一行写得不对 */
    STATEMENT_ROW;

    /** As files name the reason: {@code not-covered}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason that files name so. */
    public static SettlementRefusal of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String key() {
        return "settlement.refusal." + word();
    }
}
