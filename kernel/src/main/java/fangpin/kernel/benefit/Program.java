package fangpin.kernel.benefit;

import java.util.List;

/**
 * 计算程序 What a product compiles to: inputs, running figures and steps over one flat row of long registers.
 *
 * <p>Registers are numbered inputs first, then accumulators (their figure before the case), then steps. A step reads only
 * registers below its own.
 *
 * @param inputs names, in the order of the input registers
 */
public record Program(List<String> inputs, List<Accumulator> accumulators, List<Step> steps) {
    public Program {
        inputs = List.copyOf(inputs);
        accumulators = List.copyOf(accumulators);
        steps = List.copyOf(steps);
        int own = inputs.size() + accumulators.size();
        int all = own + steps.size();
        for (Step step : steps) {
            for (int operand : step.operation().operands()) {
                require(operand >= 0 && operand < own, step.id(), operand);
            }
            Guard guard = step.when();
            if (guard != null) {
                require(guard.register() >= 0 && guard.register() < own, step.id(), guard.register());
            }
            own++;
        }
        for (Accumulator accumulator : accumulators) {
            require(
                    accumulator.register() >= 0 && accumulator.register() < all,
                    accumulator.id(),
                    accumulator.register());
        }
    }

    private static void require(boolean met, String id, int register) {
        if (!met) {
            throw new IllegalArgumentException(id + " reads register " + register + ", which it cannot see");
        }
    }

    public int accumulatorRegister(int index) {
        return inputs.size() + index;
    }

    public int stepRegister(int index) {
        return inputs.size() + accumulators.size() + index;
    }

    public int size() {
        return inputs.size() + accumulators.size() + steps.size();
    }

    /** The name of a register, as packs and traces call it. */
    public String name(int register) {
        if (register < inputs.size()) {
            return inputs.get(register);
        }
        int accumulator = register - inputs.size();
        return accumulator < accumulators.size()
                ? accumulators.get(accumulator).id()
                : steps.get(accumulator - accumulators.size()).id();
    }

    /** The distinct scopes of its accumulators, in order of first use. */
    public List<Scope> scopes() {
        return accumulators.stream().map(Accumulator::scope).distinct().toList();
    }
}
