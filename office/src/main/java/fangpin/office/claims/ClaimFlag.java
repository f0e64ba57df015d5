package fangpin.office.claims;

/** 提示: what whoever decides a claim must look at; a flag decides nothing itself. */
public enum ClaimFlag {
    /** 第三方有责任或尚不清楚 */
    THIRD_PARTY,
    /** 同一人同一日同一险种另有同类案件 */
    DOUBLE_CLAIM,
    /** 灾害保险优先赔付 */
    DISASTER_FIRST,
    /** 超过请求赔付的时效 */
    LATE_REPORT,
    /** 身故在期限之后 */
    LATE_DEATH,
    /** 评定晚于期限 */
    LATE_RATING,
    /** 此前已有身故赔付 */
    ALREADY_DECEASED,
    /** 银行卡号校验位不符 */
    CARD_CHECK;

    /** The key of its words. */
    public String key() {
        return "claims.flag." + Claim.word(this);
    }
}
