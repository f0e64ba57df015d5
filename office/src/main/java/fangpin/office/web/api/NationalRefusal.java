package fangpin.office.web.api;

import fangpin.office.access.RefusalReason;
import java.util.Locale;

/** 国家接口报文不予受理的原因, in the order in which they are looked for. */
enum NationalRefusal implements RefusalReason {
    /** 加密的报文 */
    ENCRYPTED,
    /** 没有签名 */
    SIGNATURE_MISSING,
    /** 签名类型不是 SM2 */
    SIGNTYPE,
    /** 签名写法不对 */
    SIGNATURE_MALFORMED,
    /** 待签名内容有歧义 */
    TEXT_AMBIGUOUS,
    /** 签名不对 */
    SIGNATURE_WRONG,
    /** 交易时间写法不对 */
    TIME_FORM,
    /** 交易时间相差太多 */
    TIME_STALE,
    /** 报文号已用于另一份报文 */
    MSGID_REUSED,
    /** 交易编号与地址不符 */
    INFNO,
    /** 缺少字段 */
    FIELD_MISSING,
    /** 不是本凭证的医院 */
    HOSPITAL_UNKNOWN,
    /** 字段扩展写法不对 */
    EXTENSION_WRONG,
    /** 总费用与各部分不符 */
    COST_PARTS,
    /** 基金支付总额与各基金之和不符 */
    FUND_SUM,
    /** 总费用与基金、医院、个人之和不符 */
    PERSON_PART,
    /** 个人负担与账户、现金之和不符 */
    CASH_PART,
    /** 基金分项与结算信息不符 */
    DETAIL_DIFFERS,
    /** 没有这笔结算 */
    SETTLEMENT_UNKNOWN;

    @Override
    public String key() {
        return "web.api.national." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
