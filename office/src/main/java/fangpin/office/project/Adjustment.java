package fangpin.office.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 年度动态调整 (WH6 §3.3): a project goes into a year's plan, on to the next, out of it, or out of the pool.
 *
 * @param year of the plan it goes to; null for the other two
 * @param granted null while it waits for another person
 */
public record Adjustment(
        long id,
        long projectId,
        Kind kind,
        @Nullable Integer year,
        String reason,
        LocalDate proposedOn,
        long proposedBy,
        @Nullable Boolean granted,
        String answer,
        @Nullable LocalDate decidedOn) {
    /** 调整 */
    public enum Kind {
        /** 列入年度计划 */
        PLAN,
        /** 结转下年计划 */
        CARRY,
        /** 移出年度计划 */
        UNPLAN,
        /** 出库 */
        DROP;

        /** Whether it can be proposed of a project at the stage. */
        public boolean fits(Project.Stage stage) {
            return switch (this) {
                case PLAN -> stage == Project.Stage.POOLED;
                case CARRY -> stage == Project.Stage.SCHEDULED || stage == Project.Stage.IMPLEMENTING;
                case UNPLAN -> stage == Project.Stage.SCHEDULED;
                case DROP -> stage == Project.Stage.POOLED || stage == Project.Stage.SCHEDULED;
            };
        }

        /** Whether it names a year. */
        public boolean namesYear() {
            return this == PLAN || this == CARRY;
        }
    }
}
