package fangpin.office.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 项目资产 (LY36 §8): what a project left behind, whose it is, and how it is.
 *
 * @param amount how much of it: 1座、2.3公里
 * @param owner whose it is
 * @param keeper who looks after it
 * @param confirmedOn the day another person confirmed the title; null before
 * @param certificate number of the title, if it has one
 */
public record ProjectAsset(
        long id,
        long projectId,
        String place,
        Kind kind,
        String name,
        String amount,
        String owner,
        String keeper,
        long valueFen,
        LocalDate inUseOn,
        State state,
        LocalDate stateOn,
        String stateNote,
        long enteredBy,
        @Nullable LocalDate confirmedOn,
        String certificate) {
    /** 资产类别 */
    public enum Kind {
        /** 公益类 */
        PUBLIC,
        /** 经营类 */
        OPERATING,
        /** 到户类 */
        HOUSEHOLD
    }

    /** 使用状态 */
    public enum State {
        /** 在用 */
        IN_USE,
        /** 闲置 */
        IDLE,
        /** 损坏 */
        DAMAGED,
        /** 已处置 */
        DISPOSED
    }
}
