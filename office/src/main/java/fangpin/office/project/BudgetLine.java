package fangpin.office.project;

/**
 * 预算行: a part of a project's budget.
 *
 * @param source name of the fund
 * @param purpose what it is spent on, as it would be booked
 */
public record BudgetLine(Level level, String source, String purpose, long amountFen) {
    /** 资金层级 */
    public enum Level {
        /** 中央 */
        CENTRAL,
        /** 省级 */
        PROVINCE,
        /** 市级 */
        CITY,
        /** 县级 */
        DISTRICT,
        /** 村集体自筹 */
        VILLAGE,
        /** 捐赠 */
        DONATION,
        /** 其他 */
        OTHER
    }
}
