package fangpin.office.claims;

/** 理赔参数: days and limits, each with the default that the insurance law or custom gives. */
public enum ClaimSetting {
    /** 单人审批限额（分）: above it two persons approve. */
    APPROVED_ALONE_FEN(2_000_000),
    /** 资料齐全后核定的天数（保险法第二十三条：三十日） */
    DECIDE_DAYS(30),
    /** 绿色通道的核定天数 */
    GREEN_DAYS(5),
    /** 达成协议后支付的天数（保险法第二十三条：十日） */
    PAY_DAYS(10),
    /** 不予赔付通知的天数（保险法第二十四条：三日） */
    REFUSAL_NOTICE_DAYS(3),
    /** 申诉复核的天数 */
    REVIEW_DAYS(30),
    /** 请求赔付的时效（保险法第二十六条：二年） */
    CLAIM_YEARS(2),
    /** 事故后身故、伤残评定的天数 */
    CONSEQUENCE_DAYS(180);

    private final long standard;

    ClaimSetting(long standard) {
        this.standard = standard;
    }

    /** What holds where nothing else was set. */
    public long standard() {
        return standard;
    }

    /** Whether it is an amount, in fen. */
    public boolean isMoney() {
        return this == APPROVED_ALONE_FEN;
    }

    /** The key of its words. */
    public String key() {
        return "claims.setting." + Claim.word(this);
    }
}
