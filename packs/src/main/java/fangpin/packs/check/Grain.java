package fangpin.packs.check;

import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.InputColumn;
import java.util.List;

/**
 * Which quantities of a product or programme can take any amount to the fen. Those made of fixed standards alone cannot come within a fen of each
 * other, so no case can be asked to.
 */
final class Grain {
    private final Program program;
    private final boolean[] fine;

    Grain(Calculation calculation) {
        program = calculation.program();
        fine = new boolean[program.size()];
        List<String> money = calculation.inputs().stream()
                .filter(column -> column.kind() == InputColumn.Kind.MONEY)
                .map(InputColumn::name)
                .toList();
        for (int register = 0; register < program.inputs().size(); register++) {
            fine[register] = money.contains(program.inputs().get(register));
        }
        while (spread()) {
            // until nothing changes: a running figure is as fine as the step it follows, which may read another running
            // figure
        }
    }

    private boolean spread() {
        boolean changed = false;
        for (int index = 0; index < program.accumulators().size(); index++) {
            Accumulator accumulator = program.accumulators().get(index);
            changed |= set(program.accumulatorRegister(index), fine[accumulator.register()]);
        }
        for (int index = 0; index < program.steps().size(); index++) {
            Step step = program.steps().get(index);
            changed |= set(program.stepRegister(index), any(amounts(step.operation())));
        }
        return changed;
    }

    private boolean set(int register, boolean value) {
        boolean changed = value && !fine[register];
        fine[register] |= value;
        return changed;
    }

    /** The operands whose amounts go into the result; codes only choose. */
    private static List<Integer> amounts(Operation operation) {
        return switch (operation) {
            case Operation.Coinsurance share -> List.of(share.amount());
            case Operation.Instalments instalments -> List.of(instalments.amount());
            case Operation.Classify _ -> List.of();
            case Operation.Choose choose ->
                choose.branches().stream()
                        .map(Operation.Choose.Branch::register)
                        .filter(register -> register >= 0)
                        .toList();
            case Operation.Sum _,
                    Operation.Subtract _,
                    Operation.SubtractPayers _,
                    Operation.MinOf _,
                    Operation.MaxOf _,
                    Operation.Trigger _,
                    Operation.Deductible _,
                    Operation.Tiers _,
                    Operation.ResidualToRatio _,
                    Operation.Cap _,
                    Operation.GradeSchedule _,
                    Operation.LumpSum _,
                    Operation.PerUnit _,
                    Operation.Share _,
                    Operation.Prorate _ -> operation.operands();
        };
    }

    /** True if one of the quantities can take any amount to the fen. */
    boolean any(List<Integer> registers) {
        return registers.stream().anyMatch(register -> fine[register]);
    }
}
