package fangpin.packs.explain;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.Product;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 限额余额 A limit over several cases, and how much of it is left after this one.
 *
 * @param trace of the {@code cap} step
 * @param limit fen
 * @param accumulators indexes of the running figures that use it up
 * @param used their sum after the case, fen
 */
record Limit(StepTrace trace, long limit, List<Integer> accumulators, long used) {
    /** What is left after the case, fen, not below 0. */
    long left() {
        return Math.max(0, limit - used);
    }

    /** The limits that had a part in the product's payment. A limit on a single case has nothing to carry over and is left out. */
    static List<Limit> of(Product product, Explanation explanation) {
        boolean[] reached = OwnPath.reached(product, explanation);
        List<Limit> limits = new ArrayList<>();
        Program program = explanation.program();
        for (int index = 0; index < explanation.steps().size(); index++) {
            StepTrace trace = explanation.steps().get(index);
            int register = program.stepRegister(index);
            if (trace.applied() && trace.step().operation() instanceof Operation.Cap cap && reached[register]) {
                List<Integer> accumulators = accumulators(program, cap, register);
                if (!accumulators.isEmpty()) {
                    limits.add(new Limit(trace, cap.limit(), accumulators, used(explanation, accumulators)));
                }
            }
        }
        return limits;
    }

    private static long used(Explanation explanation, List<Integer> accumulators) {
        return accumulators.stream()
                .mapToLong(accumulator -> explanation.after().get(accumulator))
                .sum();
    }

    /**
     * What uses up a limit: the running figures that the step names; or, if it caps a running amount, those that a later step takes
     * off the capped amount because they are paid already.
     */
    private static List<Integer> accumulators(Program program, Operation.Cap cap, int register) {
        Set<Integer> registers = new LinkedHashSet<>(cap.used());
        for (Step step : program.steps()) {
            if (step.operation() instanceof Operation.Subtract subtract && subtract.from() == register) {
                registers.addAll(subtract.less());
            }
        }
        int first = program.inputs().size();
        int behind = first + program.accumulators().size();
        return registers.stream()
                .filter(used -> used >= first && used < behind)
                .map(used -> used - first)
                .toList();
    }
}
