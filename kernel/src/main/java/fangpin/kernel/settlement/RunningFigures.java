package fangpin.kernel.settlement;

import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 年度账户 The accumulators of one account, a person's or a household's, in one cover period, by scope. Mutable; the cases of the account
 * go through it by date, then by case id in byte order.
 */
public final class RunningFigures {
    private final Program program;
    private final Map<Instance, Long> figures = new HashMap<>();

    private record Instance(int accumulator, List<String> keys) {}

    public RunningFigures(Program program) {
        this.program = program;
    }

    /** The figures as they stand before this case, one an accumulator; 0 where nothing has run yet. */
    public List<Long> before(CaseInput input) {
        List<Long> before = new ArrayList<>();
        for (int index = 0; index < program.accumulators().size(); index++) {
            before.add(figures.getOrDefault(instance(index, input), 0L));
        }
        return before;
    }

    /** Takes in what a case left behind. */
    public void take(CaseInput input, Explanation explanation) {
        for (int index = 0; index < program.accumulators().size(); index++) {
            figures.put(instance(index, input), explanation.after().get(index));
        }
    }

    private Instance instance(int index, CaseInput input) {
        Accumulator accumulator = program.accumulators().get(index);
        Scope scope = accumulator.scope();
        return new Instance(
                index,
                scope.keys().stream()
                        .map(key -> input.keys().getOrDefault(key, ""))
                        .toList());
    }
}
