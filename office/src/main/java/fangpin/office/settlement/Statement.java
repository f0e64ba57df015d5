package fangpin.office.settlement;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 对账单: a party's statement of a month beside our own figures.
 *
 * @param hospital null for an insurer's, which is about all hospitals of the division
 * @param month its first day
 * @param ours what was decided here in the month, adjustments and cancellations netted
 * @param open differences that nobody has closed
 */
public record Statement(
        long id,
        String path,
        @Nullable Hospital hospital,
        LocalDate month,
        String fileName,
        Sum theirs,
        Sum ours,
        int differences,
        int open,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable String note,
        @Nullable LocalDate closedOn) {
    /** Lines and their sum. */
    public record Sum(int lines, long fen) {}

    /** What a hospital was paid of a product in a month. */
    public record Total(Hospital hospital, String pack, String product, int bills, long fen) {}

    /** 差异 */
    public enum Kind {
        /** 我方没有 */
        MISSING_HERE,
        /** 对方没有 */
        MISSING_THERE,
        /** 金额不同 */
        OTHER_AMOUNT;

        /** As the database and addresses write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A bill on which the two do not agree.
     *
     * @param note how it was cleared up; null while it is open
     */
    public record Difference(
            long id,
            Kind kind,
            String hospitalCode,
            String billNumber,
            @Nullable Long billId,
            @Nullable Long theirFen,
            @Nullable Long ourFen,
            @Nullable String note,
            @Nullable LocalDate closedOn) {}
}
