package fangpin.office.enrolment;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 承保机构过错: found by one person, confirmed or dismissed by another. */
public record InsurerFault(
        long id,
        long contractId,
        Kind kind,
        LocalDate happenedOn,
        String words,
        State state,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Long answeredBy,
        String reason) {
    /**
     * 合同所列过错.
     *
     * @param contractItem where the contract says it
     * @param serious whether it shuts an extension (WH3 §5.1)
     */
    public record Kind(long id, String words, String contractItem, boolean serious) {}

    /** 状态 */
    public enum State {
        /** 待认定 */
        ENTERED,
        /** 已认定 */
        CONFIRMED,
        /** 不成立 */
        DISMISSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it stands in the way of an extension: a serious one, as long as it is not dismissed. */
    public boolean shutsExtension() {
        return kind.serious() && state != State.DISMISSED;
    }
}
