package fangpin.packs.explain;

import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.InputColumn.CodeWord;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the registers of a product's or programme's program hold. A program itself knows only longs. */
final class Units {
    private final Unit[] units;
    private final @Nullable InputColumn[] columns;
    private final Calculation calculation;

    /** What a register counts. */
    enum Unit {
        /** Fen. */
        MONEY,
        /** The number of a word in a column's list. */
        CODE,
        /** A grade or a count. */
        NUMBER
    }

    private Units(Calculation calculation, Unit[] units, @Nullable InputColumn[] columns) {
        this.calculation = calculation;
        this.units = units;
        this.columns = columns;
    }

    static Units of(Calculation calculation) {
        Program program = calculation.program();
        Unit[] units = new Unit[program.size()];
        Arrays.fill(units, Unit.MONEY);
        for (int index = 0; index < program.steps().size(); index++) {
            mark(program.steps().get(index), units);
            if (!calculation.classes(program.stepRegister(index)).isEmpty()) {
                units[program.stepRegister(index)] = Unit.CODE;
            }
        }
        @Nullable
        InputColumn[] columns = new @Nullable InputColumn[program.inputs().size()];
        for (int register = 0; register < columns.length; register++) {
            InputColumn column = calculation.column(register).orElse(null);
            columns[register] = column;
            if (column != null) {
                units[register] = switch (column.kind()) {
                    case MONEY, KEY -> Unit.MONEY;
                    case CODE, COVERED -> Unit.CODE;
                    case GRADE, COUNT -> Unit.NUMBER;
                };
            }
        }
        return new Units(calculation, units, columns);
    }

    /** An input that is no column of the file, such as whether a case is covered, shows what it is by the steps that use it. */
    private static void mark(Step step, Unit[] units) {
        Guard guard = step.when();
        if (guard != null) {
            units[guard.register()] = Unit.CODE;
        }
        switch (step.operation()) {
            case Operation.Choose choose -> units[choose.code()] = Unit.CODE;
            case Operation.Coinsurance coinsurance -> {
                Integer by = coinsurance.by();
                if (by != null) {
                    units[by] = Unit.CODE;
                }
            }
            case Operation.GradeSchedule grades -> units[grades.grade()] = Unit.NUMBER;
            case Operation.PerUnit unit -> units[unit.count()] = Unit.NUMBER;
            case Operation.Instalments instalments -> units[instalments.number()] = Unit.NUMBER;
            case Operation.Classify classify -> {
                for (Operation.Classify.Rule rule : classify.rules()) {
                    Guard when = rule.when();
                    if (when != null) {
                        units[when.register()] = Unit.CODE;
                    }
                }
            }
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
                    Operation.LumpSum _,
                    Operation.Share _,
                    Operation.Prorate _ -> {}
        }
    }

    Unit of(int register) {
        return units[register];
    }

    /** The column an input register is filled from; null for other registers and for inputs that are no column. */
    @Nullable
    InputColumn column(int register) {
        return register < columns.length ? columns[register] : null;
    }

    /** The word behind a code, or null if neither the column nor the classes of a step list such a word. */
    @Nullable
    CodeWord word(int register, long code) {
        List<Operation.Classify.ClassName> classes = calculation.classes(register);
        if (code >= 1 && code <= classes.size()) {
            Operation.Classify.ClassName name = classes.get(Math.toIntExact(code) - 1);
            return new CodeWord(name.name().en(), name.name().zh());
        }
        InputColumn column = column(register);
        return column == null || code < 1 || code > column.codes().size()
                ? null
                : column.codes().get(Math.toIntExact(code) - 1);
    }
}
