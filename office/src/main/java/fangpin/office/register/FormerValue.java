package fangpin.office.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 曾登记的内容: a particular of a person as it was on record once.
 *
 * @param shown masked where it is personal; a code of the register where it is one; empty where nothing was on record
 * @param version of the record that said so last; the value in clear is asked for by it
 * @param knownFrom since when the office took it to be so
 * @param knownTo when it was told better
 * @param otherFrom first day on which it is another: long before {@code knownTo} where this one was wrong all along
 * @param reason why it was changed, as who changed it wrote
 * @param changedBy account that changed it, or approved the case
 * @param declaredBy account that declared the case; null where it was changed without one
 * @param determinationId the case; null where it was changed without one, or by another division, whose case the reader cannot open
 */
public record FormerValue(
        Field field,
        String shown,
        int version,
        Instant knownFrom,
        Instant knownTo,
        LocalDate otherFrom,
        String reason,
        long changedBy,
        @Nullable Long declaredBy,
        @Nullable Long determinationId) {
    /** 登记的项目 */
    public enum Field {
        /** 姓名 */
        NAME,
        /** 身份证号 */
        ID_NUMBER,
        /** 出生日期 */
        BORN_ON,
        /** 性别 */
        SEX,
        /** 与户主关系 */
        RELATION,
        /** 电话 */
        PHONE,
        /** 住址 */
        ADDRESS,
        /** 银行卡号 */
        BANK_CARD,
        /** 文化程度 */
        SCHOOLING,
        /** 自理能力 */
        SELF_CARE,
        /** 在校情况 */
        STUDENT,
        /** 手册代管人 */
        KEEPER;

        /** As pages and messages write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether a page shows it masked, and in clear for a reason. */
        public boolean isSealed() {
            return this == ID_NUMBER || this == PHONE || this == ADDRESS || this == BANK_CARD;
        }
    }
}
