package fangpin.office.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 认定: a case that changes what persons are, from its finding to its filing (LS §6.1: found, declared, investigated, recognised and
 * published, filed).
 *
 * @param statusKind what is recognised or ended; null where the case is about something else
 * @param effectiveOn from which day it is true once filed
 * @param noticeFrom first day of the public notice
 * @param noticeTo first day after it
 * @param toPath where a household moves to
 * @param otherPersonId the duplicate that is merged away
 */
public record Determination(
        long id,
        String path,
        long householdId,
        String householdNumber,
        Kind kind,
        @Nullable StatusKind statusKind,
        Stage stage,
        String pack,
        String clause,
        String reason,
        FoundBy foundBy,
        LocalDate effectiveOn,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeTo,
        @Nullable String toPath,
        @Nullable Long otherPersonId,
        @Nullable Long spellId,
        @Nullable LocalDate spellFrom,
        @Nullable LocalDate spellTo,
        int version,
        long enteredBy,
        @Nullable Long approvedBy,
        LocalDate declaredOn,
        List<Member> members) {
    /** 事项 */
    public enum Kind {
        /** 纳入 */
        RECOGNITION,
        /** 退出（销号） */
        GRADUATION,
        /** 死亡 */
        DEATH,
        /** 迁移 */
        MOVE,
        /** 合并重复 */
        MERGE,
        /** 分户 */
        SPLIT,
        /** 更正身份期间 */
        CORRECTION,
        /** 更正姓名、身份证号、出生日期、性别 */
        IDENTITY;

        /** Whether it must be shown to the public before it is filed. */
        public boolean isPublished() {
            return this == RECOGNITION || this == GRADUATION;
        }
    }

    /** 环节 */
    public enum Stage {
        /** 已申报 */
        DECLARED,
        /** 已入户核实 */
        INVESTIGATED,
        /** 已认定 */
        RECOGNISED,
        /** 公示中 */
        NOTICED,
        /** 已归档 */
        FILED,
        /** 不予认定 */
        REFUSED,
        /** 撤回 */
        WITHDRAWN;

        /** Whether nothing more will happen. */
        public boolean isClosed() {
            return this == FILED || this == REFUSED || this == WITHDRAWN;
        }
    }

    /** 发现途径 */
    public enum FoundBy {
        /** 本人申报 */
        DECLARED,
        /** 走访发现 */
        VISITED,
        /** 数据比对 */
        DATA
    }

    /** A person the case is about. */
    public record Member(long personId, String name) {}

    /** As the database writes an alternative. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The stage that comes next, if the case goes well. */
    public Stage next() {
        if (!kind.isPublished()) {
            return Stage.FILED;
        }
        return switch (stage) {
            case DECLARED -> Stage.INVESTIGATED;
            case INVESTIGATED -> Stage.RECOGNISED;
            case RECOGNISED -> Stage.NOTICED;
            case NOTICED, FILED -> Stage.FILED;
            case REFUSED -> Stage.REFUSED;
            case WITHDRAWN -> Stage.WITHDRAWN;
        };
    }
}
