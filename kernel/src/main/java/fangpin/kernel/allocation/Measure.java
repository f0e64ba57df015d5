package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 指标 What a file states of each division: how many persons of a kind there are, or an amount of money.
 *
 * @param id as files carry it; they may carry the Chinese name instead
 * @param clause that says what is counted
 * @param asOf day of the count, null if the clause names none
 * @param fromAge youngest age counted, 0 if age does not matter
 */
public record Measure(
        String id,
        Text name,
        Unit unit,
        ClauseId clause,
        @Nullable LocalDate asOf,
        int fromAge) {
    /** What a measure counts. */
    public enum Unit {
        /** 人. */
        PERSONS,
        /** 元; in the kernel fen. */
        YUAN
    }
}
