package fangpin.kernel.settlement;

import fangpin.kernel.benefit.ExplainingExecutor;
import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Programme;
import java.time.LocalDate;
import java.util.List;

/** Works out a programme for one set of inputs, with its full trace. */
public final class ProgrammeRun {
    private ProgrammeRun() {}

    /** What working it out gives. */
    public sealed interface Outcome {
        /** Results and how they came about. */
        record Granted(Programme programme, LocalDate date, Explanation explanation, Receipt receipt)
                implements Outcome {
            /** The value of a result: fen, or the code of a class. */
            public long value(Programme.Result result) {
                return explanation.value(result.register());
            }
        }

        /** Nothing was computed. */
        record Refused(Reason reason) implements Outcome {}
    }

    /** Why nothing is computed, in order of precedence. */
    public enum Reason {
        /** 不在期限内: the day is not one on which it may be granted. */
        OUTSIDE_PERIOD,
        /** 输入有误: a negative amount or count, or a code that the column does not have. */
        BAD_INPUT,
        /** 无法计算: something is divided by 0, or a figure is out of range. */
        NOT_COMPUTABLE
    }

    /**
     * Works it out.
     *
     * @param date on which it is granted
     * @param values one an input of the programme, in their order; money in fen
     */
    public static Outcome run(PolicyPack pack, Programme programme, LocalDate date, List<Long> values) {
        if (values.size() != programme.inputs().size()) {
            throw new IllegalArgumentException(
                    programme.id() + " needs " + programme.inputs().size() + " inputs, not " + values.size());
        }
        if (!programme.period().contains(date)) {
            return new Outcome.Refused(Reason.OUTSIDE_PERIOD);
        }
        for (int index = 0; index < values.size(); index++) {
            if (!accepts(programme.inputs().get(index), values.get(index))) {
                return new Outcome.Refused(Reason.BAD_INPUT);
            }
        }
        try {
            Explanation explanation = ExplainingExecutor.explain(programme.program(), values, List.of());
            return new Outcome.Granted(
                    programme, date, explanation, Receipt.of(pack, programme, inputHash(programme, date, values)));
        } catch (ArithmeticException outOfRange) {
            return new Outcome.Refused(Reason.NOT_COMPUTABLE);
        }
    }

    private static boolean accepts(InputColumn column, long value) {
        return switch (column.kind()) {
            case MONEY, COUNT -> value >= 0;
            case CODE, GRADE ->
                (value >= 1 || (value == 0 && (column.open() || column.optional())))
                        && value <= column.codes().size();
            case KEY, COVERED -> throw new IllegalStateException("a programme has no " + column.kind());
        };
    }

    private static String inputHash(Programme programme, LocalDate date, List<Long> values) {
        InputHash hash = new InputHash().line("programme", programme.id()).line("date", date.toString());
        for (int index = 0; index < values.size(); index++) {
            hash.line(programme.inputs().get(index).name(), Long.toString(values.get(index)));
        }
        return hash.hex();
    }
}
