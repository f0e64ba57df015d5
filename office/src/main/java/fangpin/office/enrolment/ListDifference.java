package fangpin.office.enrolment;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 差异: where the insurer's answer and the list do not agree.
 *
 * @param product whose policy it is; empty for a row of an answer for all products at once
 * @param row of the file; null for who is missing in it
 * @param name of the person, if it is one of the list
 * @param note what came of it; null while it is open
 */
public record ListDifference(
        long id,
        String product,
        Kind kind,
        @Nullable Long row,
        @Nullable Long personId,
        @Nullable String name,
        @Nullable String note,
        @Nullable Long closedBy,
        @Nullable LocalDate closedOn) {
    /** 差异种类 */
    public enum Kind {
        /** 名单上没有此人 */
        UNKNOWN,
        /** 回复中没有此人 */
        MISSING,
        /** 回复中重复 */
        DUPLICATE;

        /** As the database names it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
