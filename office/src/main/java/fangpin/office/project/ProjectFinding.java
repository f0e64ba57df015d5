package fangpin.office.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 问题 (WH6 §3.3 “即时发现问题、即时整改落实”): what was found wrong with a project, who puts it right until when, and who closed it.
 *
 * @param rectified what was done about it; null while nothing was
 * @param closing what who closed it saw; null while it is open
 */
public record ProjectFinding(
        long id,
        long projectId,
        Rule rule,
        String clause,
        String evidence,
        String owner,
        LocalDate dueOn,
        LocalDate foundOn,
        long foundBy,
        @Nullable String rectified,
        @Nullable LocalDate rectifiedOn,
        @Nullable Long rectifiedBy,
        @Nullable String closing,
        @Nullable LocalDate closedOn) {
    /** 哪类问题 */
    public enum Rule {
        /** 工程质量 */
        QUALITY,
        /** “原则上”的例外 */
        EXCEPTION,
        /** 验收不合格 */
        ACCEPTANCE,
        /** 运行管护 */
        UPKEEP,
        /** 公告公示 */
        NOTICE,
        /** 其他 */
        OTHER
    }

    /** Whether it is not closed yet. */
    public boolean isOpen() {
        return closing == null;
    }
}
