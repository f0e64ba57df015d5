package fangpin.packs.explain;

import fangpin.kernel.Text;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.InputColumn.CodeWord;
import java.util.List;

/** The registers of a product's or programme's program in words: what each is called and how its value is written. */
final class Quantities {
    private final Program program;
    private final Units units;
    private final Messages messages;

    Quantities(Calculation calculation, Messages messages) {
        this.program = calculation.program();
        this.units = Units.of(calculation);
        this.messages = messages;
    }

    /** What people call a register. */
    String label(int register) {
        return messages.name(text(register));
    }

    /** As {@link #label}, inside a sentence. */
    String inside(int register) {
        return messages.inside(text(register));
    }

    private Text text(int register) {
        int accumulator = register - program.inputs().size();
        int step = accumulator - program.accumulators().size();
        if (step >= 0) {
            return program.steps().get(step).name();
        }
        if (accumulator >= 0) {
            return program.accumulators().get(accumulator).name();
        }
        InputColumn column = units.column(register);
        return column == null ? new Text(program.name(register), program.name(register)) : column.label();
    }

    /** A value as people read it: an amount, a word or a number. */
    String value(int register, long value) {
        return switch (units.of(register)) {
            case MONEY -> Amounts.readable(value);
            case CODE -> word(register, value);
            case NUMBER -> Long.toString(value);
        };
    }

    /** Label and value: {@code 合规费用 10,000.00}. */
    String named(int register, long value) {
        return label(register) + " " + value(register, value);
    }

    /** The word behind a code in quotes; the bare number if the pack lists no words for it. */
    String word(int register, long code) {
        CodeWord word = units.word(register, code);
        if (word != null) {
            return messages.text(
                    "quoted",
                    switch (messages.language()) {
                        case ZH -> word.zh();
                        case EN -> word.word();
                    });
        }
        return units.column(register) == null ? Long.toString(code) : messages.text("word.unlisted");
    }

    /** The words behind several codes. */
    String words(int register, List<Integer> codes) {
        return messages.list(
                codes.stream().map(code -> word(register, code)).distinct().toList());
    }
}
