package fangpin.office.claims;

import java.time.LocalDate;

/**
 * 伤残: one injury as it was rated by JR/T 0083-2013.
 *
 * @param part of the body and what is wrong with it; kept sealed
 * @param grade 1, the worst, to 10
 * @param ratedBy institution
 */
public record Injury(
        long id, long claimId, BodySystem system, String part, int grade, LocalDate ratedOn, String ratedBy) {

    /** 八大类: the standard's classes, in its order. */
    public enum BodySystem {
        /** 神经系统的结构和精神功能 */
        NERVES_AND_MIND,
        /** 眼，耳和有关的结构和功能 */
        EYES_AND_EARS,
        /** 发声和言语的结构和功能 */
        VOICE_AND_SPEECH,
        /** 心血管，免疫和呼吸系统 */
        HEART_AND_LUNGS,
        /** 消化、代谢和内分泌系统 */
        DIGESTION,
        /** 泌尿和生殖系统 */
        URINARY_AND_REPRODUCTION,
        /** 神经肌肉骨骼和运动 */
        MOVEMENT,
        /** 皮肤 */
        SKIN
    }
}
