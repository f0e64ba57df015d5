package fangpin.office.supervision;

import fangpin.office.supervision.Finding.Department;
import fangpin.office.supervision.Finding.Grade;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 监管规则: what is looked for in special funds, how grave it is, who puts it right, and by which clause where none of the pack's says more. */
public enum FindingRule {
    /** 超过拨付时限 */
    LATE(Grade.FINDING, Department.FINANCE, "WH6 §3.1"),
    /** 即将超过拨付时限 */
    NEARLY_LATE(Grade.WARNING, Department.FINANCE, "WH6 §3.1"),
    /** 资金用于未入库的项目 */
    NOT_IN_POOL(Grade.FINDING, Department.POVERTY_OFFICE, "WH6 §3.2"),
    /** 没有绩效目标 */
    NO_GOALS(Grade.FINDING, Department.POVERTY_OFFICE, "WH6 §3.2"),
    /** 收款人不在册，或发放时不享受政策 */
    NOT_REGISTERED(Grade.FINDING, Department.POVERTY_OFFICE, ""),
    /** 不同户的人用同一账号收款 */
    SHARED_ACCOUNT(Grade.FINDING, Department.POVERTY_OFFICE, ""),
    /** 同一人同一事由从不同指标重复领取 */
    PAID_TWICE(Grade.FINDING, Department.POVERTY_OFFICE, ""),
    /** 负面清单近似词已由他人排除 */
    WORD_CLEARED(Grade.NOTE, Department.POVERTY_OFFICE, "WH6 §3.2"),
    /** 现金支付 */
    CASH(Grade.FINDING, Department.FINANCE, ""),
    /** 下达满一年未用 */
    IDLE_ONE_YEAR(Grade.FINDING, Department.FINANCE, "WH6 §2.2 end"),
    /** 下达满两年未用 */
    IDLE_TWO_YEARS(Grade.FINDING, Department.FINANCE, "WH6 §2.2 end"),
    /** 超过项目预算 */
    OVER_BUDGET(Grade.FINDING, Department.POVERTY_OFFICE, "WH6 §3.3"),
    /** 配套资金没有到位 */
    MATCHING_MISSING(Grade.FINDING, Department.FINANCE, "WH6 §2.2"),
    /** 支出多于到账 */
    MORE_THAN_ARRIVED(Grade.FINDING, Department.FINANCE, "WH6 §3.1"),
    /** 项目等资金 */
    PROJECT_WAITS(Grade.WARNING, Department.FINANCE, "WH6 §3.3"),
    /** 资金等项目 */
    MONEY_WAITS(Grade.WARNING, Department.POVERTY_OFFICE, "WH6 §3.3");

    private final Grade grade;
    private final Department department;
    private final String clause;

    FindingRule(Grade grade, Department department, String clause) {
        this.grade = grade;
        this.department = department;
        this.clause = clause;
    }

    /** How grave what it finds is. */
    public Grade grade() {
        return grade;
    }

    /** Who puts it right. */
    public Department department() {
        return department;
    }

    /** The clause it watches over, of Weihai's documents; empty where it follows from no single one. */
    public String clause() {
        return clause;
    }

    /** Its name in rows, addresses and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of that name, if it is one of ours. */
    public static Optional<FindingRule> of(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }
}
