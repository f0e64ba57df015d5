package fangpin.kernel.policy;

/**
 * 标准名目 What floors may speak about and lower packs may publish. Closed, so that two packs mean the same thing by one name; extended
 * only when a document needs it.
 */
public enum FloorQuantity {
    /** 医疗商业补充保险: that there is one. */
    MEDICAL_COVER(Kind.PRESENCE),
    /** 意外伤害保险: that there is one. */
    ACCIDENT_COVER(Kind.PRESENCE),
    /** 参保对象. */
    INSURED_GROUPS(Kind.GROUPS),
    /** 保障周期. */
    COVER_PERIOD(Kind.PERIOD),
    /** 医疗商业补充保险保费, what is raised for a person. */
    MEDICAL_PREMIUM(Kind.MONEY),
    /** 医疗商业补充保险保费补贴, what the level above adds for a person (reading R18). */
    MEDICAL_PREMIUM_SUBSIDY(Kind.MONEY),
    /** 医疗商业补充保险年度封顶线. */
    MEDICAL_YEARLY_CAP(Kind.MONEY),
    /** 报销比例: what all payers together pay of the cost. */
    MEDICAL_REIMBURSED_SHARE(Kind.SHARE),
    /** 个人自付, of one bill. */
    MEDICAL_SELF_PAYMENT(Kind.MONEY),
    /** 意外伤害保险保费. */
    ACCIDENT_PREMIUM(Kind.MONEY),
    /** 意外伤害保险保费补贴 (reading R18). */
    ACCIDENT_PREMIUM_SUBSIDY(Kind.MONEY),
    /** 意外身故保障标准. */
    ACCIDENT_DEATH_BENEFIT(Kind.MONEY),
    /** 意外伤残保障标准. */
    ACCIDENT_DISABILITY_BENEFIT(Kind.MONEY),
    /** 意外伤害医疗保障标准. */
    ACCIDENT_MEDICAL_BENEFIT(Kind.MONEY);

    private final Kind kind;

    FloorQuantity(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What values of a quantity are. */
    public enum Kind {
        MONEY,
        SHARE,
        GROUPS,
        PERIOD,
        PRESENCE
    }
}
