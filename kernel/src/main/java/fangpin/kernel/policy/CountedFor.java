package fangpin.kernel.policy;

/** What an amount or a share is counted for; two that are counted for different things cannot be compared. */
public enum CountedFor {
    /** 每人每年. */
    PERSON_YEAR,
    /** 每人. */
    PERSON,
    /** 每户每年. */
    HOUSEHOLD_YEAR,
    /** 每张账单. */
    BILL,
    /** 占政策范围内（合规）费用. */
    POLICY_RANGE_COST,
    /** 占总费用. */
    TOTAL_COST
}
