package fangpin.office.appropriation;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 不足补足 (WH6 §2.2 end): what a division needs for a purpose in a year, what came for it from above, what it put up itself.
 *
 * @param cameFen from other purses than its own, that still stands for the purpose or was paid for it
 * @param metFen of its own, likewise
 * @param paidFen of both
 * @param agreed what finance agreed to; null while nobody said that it falls short
 * @param proposed what waits for finance; null when nothing does
 */
public record Shortfall(
        String path,
        String pack,
        SurplusSentence.Purpose purpose,
        long cameFen,
        long metFen,
        long paidFen,
        @Nullable Need agreed,
        @Nullable Need proposed) {
    /** What is still missing of what was agreed to be needed. */
    public long openFen() {
        return agreed == null ? 0 : Math.max(0, agreed.neededFen() - cameFen - metFen);
    }

    /** What the district has to put up of its own. */
    public long dueFen() {
        return agreed == null ? 0 : Math.max(0, agreed.neededFen() - cameFen);
    }

    /**
     * 需要.
     *
     * @param item of the purpose, the first of the pack
     * @param basis 依据: how many persons or households, at what rate
     * @param decision 会议或文件, by which the district meets it
     */
    public record Need(
            long id,
            String path,
            int year,
            String pack,
            String item,
            long neededFen,
            String basis,
            String decision,
            String clause,
            State state,
            long proposedBy,
            LocalDate proposedOn,
            @Nullable Long answeredBy,
            @Nullable LocalDate answeredOn,
            String answer) {}

    /** 办理状态 */
    public enum State {
        PROPOSED,
        AGREED,
        REFUSED,
        /** 已被后一次取代 */
        REPLACED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
