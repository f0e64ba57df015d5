package fangpin.office.claims;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 理赔案件: an accident reported for one benefit.
 *
 * @param path village of the person when it was reported
 * @param insurer whose contract covers him, by name
 * @param green 绿色通道: decided before others
 * @param diedOn of a death
 * @param dueOn last day for the next step; null where none is set
 * @param completeOn when the last paper came
 * @param ordinal place among the person's approved claims of the period; null before the first approval
 * @param benefitFen what it is worth by the decision that counts; null before the first
 */
public record Claim(
        long id,
        String path,
        long insurerId,
        String insurer,
        long personId,
        String personName,
        long coverId,
        String pack,
        String product,
        LocalDate periodFrom,
        Accident accident,
        Kind kind,
        Channel channel,
        String reporter,
        ThirdParty thirdParty,
        boolean green,
        @Nullable LocalDate diedOn,
        LocalDate reportedOn,
        long reportedBy,
        Stage stage,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate completeOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate informedOn,
        @Nullable Integer ordinal,
        @Nullable Long benefitFen,
        int version) {

    /** 事故: what several claims may share. */
    public record Accident(long id, LocalDate happenedOn, String place, String cause) {}

    /** 类型, by the words of the packs. */
    public enum Kind {
        /** 身故 */
        DEATH,
        /** 伤残 */
        DISABILITY,
        /** 意外医疗 */
        MEDICAL
    }

    /** 报案途径 (WH3 §5.3) */
    public enum Channel {
        /** 电话 */
        PHONE,
        /** 网点 */
        OUTLET,
        /** 村级帮扶人 */
        VILLAGE,
        /** 柜台 */
        COUNTER
    }

    /** 第三方责任 */
    public enum ThirdParty {
        /** 没有 */
        NONE,
        /** 有 */
        LIABLE,
        /** 尚不清楚 */
        UNKNOWN
    }

    /** 环节 */
    public enum Stage {
        /** 已报案，待交资料 */
        REPORTED,
        /** 资料齐全，待核定 */
        COMPLETE,
        /** 已核定，待审批 */
        PROPOSED,
        /** 已批准赔付 */
        APPROVED,
        /** 不予赔付 */
        REFUSED,
        /** 申诉复核中 */
        APPEALED,
        /** 已撤回 */
        WITHDRAWN;

        /** Whether papers may still come. */
        public boolean isOpen() {
            return this == REPORTED || this == COMPLETE;
        }
    }

    /** What the audit and other rooms call it. */
    public String subject() {
        return subject(id);
    }

    /** What the audit and other rooms call the claim of this number. */
    public static String subject(long id) {
        return "claim/" + id;
    }

    /** A value as the database and the message files write it. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
