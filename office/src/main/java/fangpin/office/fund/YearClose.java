package fangpin.office.fund;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 年度清算: the end of a contract's year for a product, on the figures that both persons saw.
 *
 * @param pendingFen kept for cases not decided yet
 * @param keptFen of a surplus what the insurer keeps, of a deficit what it bears
 * @param movedFen of a surplus what goes on, of a deficit what is made up
 * @param bankReference of the transfer, where money left or came
 */
public record YearClose(
        long id,
        String path,
        long contractId,
        String product,
        Figures figures,
        long pendingFen,
        long keptFen,
        long movedFen,
        Way way,
        @Nullable Long nextContractId,
        String bankReference,
        String clause,
        String note,
        State state,
        long proposedBy,
        LocalDate proposedOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String reason) {
    /** What the books said. */
    public record Figures(long premiumFen, long benefitFen, long costFen) {}

    /** 去向 */
    public enum Way {
        /** 结余转入下一期保费 (WH3 §4) */
        NEXT_PREMIUM,
        /** 结余退回财政 */
        RETURNED,
        /** 亏损由承保机构自担 */
        BORNE,
        /** 亏损由财政补足（超出幅度的部分） */
        MADE_UP;

        /** Whether it is for what is left, not for what is missing. */
        public boolean ofSurplus() {
            return this == NEXT_PREMIUM || this == RETURNED;
        }

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The way of that name. */
        public static Optional<Way> of(String word) {
            return Arrays.stream(values())
                    .filter(way -> way.word().equals(word))
                    .findFirst();
        }
    }

    /** 状态 */
    public enum State {
        /** 待复核 */
        PROPOSED,
        /** 已清算 */
        CLOSED,
        /** 不同意 */
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
