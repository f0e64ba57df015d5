package fangpin.kernel.benefit;

import java.util.List;

/**
 * A program run for one case, with every step written down.
 *
 * @param inputs values of the input registers
 * @param before accumulators before the case
 * @param after accumulators after the case
 */
public record Explanation(
        Program program, List<Long> inputs, List<Long> before, List<StepTrace> steps, List<Long> after) {
    public Explanation {
        inputs = List.copyOf(inputs);
        before = List.copyOf(before);
        steps = List.copyOf(steps);
        after = List.copyOf(after);
    }

    /** The value of a register of the program. */
    public long value(int register) {
        if (register < inputs.size()) {
            return inputs.get(register);
        }
        int index = register - inputs.size();
        return index < before.size()
                ? before.get(index)
                : steps.get(index - before.size()).result();
    }
}
