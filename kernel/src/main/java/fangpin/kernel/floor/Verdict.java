package fangpin.kernel.floor;

/** 结论 What holding a pack against a floor comes to. Findings are told; they never stop a settlement. */
public enum Verdict {
    /** 达到. */
    PASS,
    /** 违反. */
    BREACH,
    /** 违反，但可以调剂: the level above allows what would make up for it. */
    BREACH_WITH_WAIVER,
    /** 偏离: the words state what is wanted in principle, and the pack has something else. */
    SOFT_DEVIATION,
    /** 没有规定: the pack publishes nothing for it, or waits for an open term. */
    UNDEFINED,
    /** 不可比: counted for another thing, or under a name that the floor does not know. */
    NOT_COMPARABLE,
    /** 取决于口径: choices of a reading come to different verdicts. */
    DEPENDS_ON_READING;

    /** True if it says that the pack meets the floor or does not; false if it could not be told. */
    public boolean definite() {
        return switch (this) {
            case PASS, BREACH, BREACH_WITH_WAIVER, SOFT_DEVIATION -> true;
            case UNDEFINED, NOT_COMPARABLE, DEPENDS_ON_READING -> false;
        };
    }
}
