package fangpin.office.enrolment;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 参保名单: who of a place is to be covered under a contract, as the register knew on a day; after the first of a place, what changes.
 *
 * @param path of the place
 * @param asOf statuses that began later do not count
 * @param answer words of who sent it back or took it back; empty otherwise
 */
public record Enrolment(
        long id,
        String path,
        Contract contract,
        LocalDate asOf,
        Stage stage,
        long draftedBy,
        LocalDate draftedOn,
        @Nullable Long checkedBy,
        @Nullable LocalDate checkedOn,
        @Nullable Long approvedBy,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate endedOn,
        String answer,
        int version) {
    /** 阶段 (WH3 §5.3) */
    public enum Stage {
        /** 起草 */
        DRAFT,
        /** 已核对，待批准 */
        CHECKED,
        /** 已批准，待报送 */
        APPROVED,
        /** 已报送 */
        SENT,
        /** 已收回复 */
        ANSWERED,
        /** 已生效 */
        IN_FORCE,
        /** 已作废 */
        WITHDRAWN;

        /** As the database names it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 结果: what becomes of a person's cover. */
    public enum Outcome {
        /** 新增 */
        ADDED,
        /** 终止 */
        ENDED,
        /** 变更 */
        CHANGED,
        /** 不在名单 */
        OUT;

        /** As the database names it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether something can still become of it. */
    public boolean open() {
        return stage != Stage.IN_FORCE && stage != Stage.WITHDRAWN;
    }
}
