package fangpin.kernel.benefit;

import fangpin.kernel.money.Rounding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step did in one case.
 *
 * @param applied false if its guard kept it out; its result is then 0
 * @param operands values of {@link Operation#operands()}, in that order
 * @param exact the value before rounding, if the step rounds
 * @param bounds every bound the step has, each with what was held against it
 * @param branch which tier, grade, share or branch was taken, from 0; -1 if the step has none or took none
 */
public record StepTrace(
        Step step,
        boolean applied,
        List<Long> operands,
        long result,
        @Nullable Exact exact,
        List<Bound> bounds,
        int branch) {
    public StepTrace {
        operands = List.copyOf(operands);
        bounds = List.copyOf(bounds);
    }

    /**
     * A value before it was rounded: {@code whole + remainder / denominator} fen, with the sign of {@code negative}.
     */
    public record Exact(boolean negative, long whole, long remainder, long denominator, Rounding rounding) {}

    /**
     * A bound and what was held against it.
     *
     * @param name {@code limit}, {@code deductible}, {@code line}, {@code zero}, {@code allowed}, {@code tier-1}, or a quantity's id
     * @param compared fen
     * @param bound fen
     * @param binding true if the bound, not the amount, decided the result
     */
    public record Bound(String name, long compared, long bound, boolean binding) {
        /** How far the amount lies from the bound; negative below it. */
        public long distance() {
            return compared - bound;
        }
    }
}
