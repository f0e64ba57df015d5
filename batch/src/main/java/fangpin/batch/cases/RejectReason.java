package fangpin.batch.cases;

import java.util.Locale;

/** Why a row is rejected, in order of precedence: the first that applies is named. */
public enum RejectReason {
    BAD_ROW,
    BAD_ID,
    MISSING_FIELD,
    BAD_DATE,
    BAD_KIND,
    BAD_CODE,
    BAD_GRADE,
    BAD_AMOUNT,
    AMOUNTS_INCONSISTENT,
    DUPLICATE_BILL,
    DUPLICATE_CLAIM,
    UNKNOWN_PERSON,
    NOT_COVERED,
    ALREADY_DECEASED;

    /** As it stands in files: {@code bad-row}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
