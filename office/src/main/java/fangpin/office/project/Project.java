package fangpin.office.project;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 扶贫项目: as it stands today.
 *
 * @param number year, code of its place and a number of its own
 * @param path of the village, town or county it is for
 * @param place the whole name of that
 * @param plan what it is
 * @param stageSince the day it came to its stage
 * @param planYear the year plan it is in; null while it is in none
 * @param contractor who does the work; empty before it starts
 * @param pooledOn the day it entered the pool; null before
 * @param budgetFen all lines of its budget
 */
public record Project(
        long id,
        String number,
        String path,
        String place,
        ProjectPlan plan,
        Stage stage,
        LocalDate stageSince,
        @Nullable Integer planYear,
        String contractor,
        @Nullable LocalDate pooledOn,
        long budgetFen,
        int version) {

    /** 环节 */
    public enum Stage {
        /** 村级编制 */
        PLANNED,
        /** 待镇街审核 */
        SUBMITTED,
        /** 待县级论证 */
        CHECKED,
        /** 待领导小组审定 */
        ARGUED,
        /** 审定通过，待公示 */
        DECIDED,
        /** 入库前公示 */
        PUBLISHED,
        /** 已入库 */
        POOLED,
        /** 列入年度计划 */
        SCHEDULED,
        /** 实施中 */
        IMPLEMENTING,
        /** 完工待验收 */
        COMPLETED,
        /** 验收合格 */
        ACCEPTED,
        /** 完工公示 */
        RESULT_PUBLISHED,
        /** 资产移交，办结 */
        CLOSED,
        /** 已出库 */
        DROPPED,
        /** 审定不通过 */
        REFUSED;

        /** Whether it is in the pool. */
        public boolean inPool() {
            return switch (this) {
                case PLANNED, SUBMITTED, CHECKED, ARGUED, DECIDED, PUBLISHED, DROPPED, REFUSED -> false;
                case POOLED, SCHEDULED, IMPLEMENTING, COMPLETED, ACCEPTED, RESULT_PUBLISHED, CLOSED -> true;
            };
        }

        /** Whether it is in a year plan, or was carried out by one. */
        public boolean inYearPlan() {
            return inPool() && this != POOLED;
        }

        /** Whether the work has been found good. */
        public boolean isAccepted() {
            return switch (this) {
                case ACCEPTED, RESULT_PUBLISHED, CLOSED -> true;
                case PLANNED,
                        SUBMITTED,
                        CHECKED,
                        ARGUED,
                        DECIDED,
                        PUBLISHED,
                        POOLED,
                        SCHEDULED,
                        IMPLEMENTING,
                        COMPLETED,
                        DROPPED,
                        REFUSED -> false;
            };
        }

        /** Whether nothing more becomes of it. */
        public boolean isOver() {
            return this == DROPPED || this == REFUSED;
        }

        /** Whether it lies behind a project that is at this one. */
        public boolean isBeyond(Stage other) {
            return !isOver() && compareTo(other) > 0;
        }
    }

    /** What the audit and other rooms call it. */
    public String subject() {
        return subject(id);
    }

    /** What the audit and other rooms call the project of this number. */
    public static String subject(long id) {
        return "project/" + id;
    }

    /** A value as the database and the message files write it. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
