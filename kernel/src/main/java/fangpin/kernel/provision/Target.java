package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 目标 What is to be reached, by when.
 *
 * @param by last day to reach it; null if the document names none
 * @param years how long it may take or must last, as the document says; or null
 * @param measure what decides whether it is reached
 */
public record Target(
        String id,
        Text name,
        ClauseId clause,
        @Nullable LocalDate by,
        @Nullable Years years,
        Measure measure) implements Provision {
    /** From this many to that many years; both the same if the document names one number. */
    public record Years(int least, int most) {}

    /** What decides whether a target is reached. */
    public sealed interface Measure {}

    /** At least so many. */
    public record AtLeast(int count, Text unit) implements Measure {}

    /** More than at the time before: the share of money for industry (LY36 §18). */
    public record Rising(Text of) implements Measure {}

    /** Words that a person must judge. */
    public record InWords() implements Measure {}

    /**
     * Whether it is reached.
     *
     * @param before what was counted the time before, in the same unit
     * @param now what is counted
     */
    public Reply reached(long before, long now) {
        return switch (measure) {
            case AtLeast atLeast -> now >= atLeast.count ? Reply.YES : Reply.NO;
            case Rising _ -> now > before ? Reply.YES : Reply.NO;
            case InWords _ -> Reply.REFER;
        };
    }
}
