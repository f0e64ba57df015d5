package fangpin.packs.explain;

import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.InputColumn.CodeWord;
import fangpin.kernel.policy.Product;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the registers of a product's program hold. A program itself knows only longs. */
final class Units {
    private final Unit[] units;
    private final @Nullable InputColumn[] columns;

    /** What a register counts. */
    enum Unit {
        /** Fen. */
        MONEY,
        /** The number of a word in a column's list. */
        CODE,
        /** A grade or a count. */
        NUMBER
    }

    private Units(Unit[] units, @Nullable InputColumn[] columns) {
        this.units = units;
        this.columns = columns;
    }

    static Units of(Product product) {
        Program program = product.program();
        Unit[] units = new Unit[program.size()];
        Arrays.fill(units, Unit.MONEY);
        for (Step step : program.steps()) {
            mark(step, units);
        }
        @Nullable
        InputColumn[] columns = new @Nullable InputColumn[program.inputs().size()];
        for (int register = 0; register < columns.length; register++) {
            InputColumn column = find(product, program.inputs().get(register));
            columns[register] = column;
            if (column != null) {
                units[register] = switch (column.kind()) {
                    case MONEY, KEY -> Unit.MONEY;
                    case CODE, COVERED -> Unit.CODE;
                    case GRADE -> Unit.NUMBER;
                };
            }
        }
        return new Units(units, columns);
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
                    Operation.LumpSum _ -> {}
        }
    }

    private static @Nullable InputColumn find(Product product, String name) {
        for (InputColumn column : product.inputs()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        return null;
    }

    Unit of(int register) {
        return units[register];
    }

    /** The column an input register is filled from; null for other registers and for inputs that are no column. */
    @Nullable
    InputColumn column(int register) {
        return register < columns.length ? columns[register] : null;
    }

    /** The word behind a code, or null if the column is not known or lists no such word. */
    @Nullable
    CodeWord word(int register, long code) {
        InputColumn column = column(register);
        return column == null || code < 1 || code > column.codes().size()
                ? null
                : column.codes().get(Math.toIntExact(code) - 1);
    }
}
