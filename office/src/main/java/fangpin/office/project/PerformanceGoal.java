package fangpin.office.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 绩效目标: what a project is to reach, with its unit and value (WH6 §3.2).
 *
 * @param atLeast whether more is better; else the value must not be exceeded
 * @param midYear what was there at mid-year; null before it was looked at
 * @param end what was there at the end; null before it was looked at
 */
public record PerformanceGoal(
        long id,
        Kind kind,
        String name,
        String unit,
        boolean atLeast,
        BigDecimal target,
        @Nullable Observed midYear,
        @Nullable Observed end) {
    /** 指标 */
    public enum Kind {
        /** 数量 */
        QUANTITY,
        /** 质量 */
        QUALITY,
        /** 时效 */
        TIME,
        /** 成本 */
        COST,
        /** 效益 */
        BENEFIT,
        /** 满意度 */
        SATISFACTION
    }

    /** 何时监测 */
    public enum Phase {
        /** 年中监测 */
        MID_YEAR,
        /** 年终自评 */
        FINAL
    }

    /** 监测值 */
    public record Observed(BigDecimal value, LocalDate on, String note) {}

    /** Whether a value reaches the goal. */
    public boolean isReachedBy(BigDecimal value) {
        return atLeast ? value.compareTo(target) >= 0 : value.compareTo(target) <= 0;
    }

    /** A value without zeros that say nothing. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
