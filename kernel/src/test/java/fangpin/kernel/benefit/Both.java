package fangpin.kernel.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Runs one operation over given inputs through both executors, so that every table of figures speaks for both. */
final class Both {
    private static final Text NAMELESS = new Text("", "");

    private Both() {}

    /** A program of so many inputs {@code in0, in1, ...} and one step. */
    static Program program(int inputs, Operation operation) {
        return program(inputs, null, operation);
    }

    static Program program(int inputs, @Nullable Guard when, Operation operation) {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < inputs; index++) {
            names.add("in" + index);
        }
        return new Program(names, List.of(), List.of(step("step", when, operation)));
    }

    static Step step(String id, @Nullable Guard when, Operation operation) {
        return new Step(id, NAMELESS, new ClauseId("WH3 §3.1"), List.of(), when, operation);
    }

    /** The result of the operation, the same from both executors. */
    static long run(Operation operation, long... inputs) {
        return run(program(inputs.length, operation), inputs);
    }

    static long run(Program program, long... inputs) {
        long explained = explain(program, inputs).value(program.size() - 1);
        assertEquals(explained, bulk(program, inputs), "the bulk executor disagrees with the explanation");
        return explained;
    }

    /** Asserts that both executors fail in the same way. */
    static void fails(Class<? extends Exception> how, Operation operation, long... inputs) {
        Program program = program(inputs.length, operation);
        assertThrows(how, () -> explain(program, inputs));
        assertThrows(how, () -> bulk(program, inputs));
    }

    static Explanation explain(Program program, long... inputs) {
        return ExplainingExecutor.explain(program, LongStream.of(inputs).boxed().toList(), List.of());
    }

    /** The trace of the one step. */
    static StepTrace trace(Operation operation, long... inputs) {
        return explain(program(inputs.length, operation), inputs).steps().getFirst();
    }

    private static long bulk(Program program, long... inputs) {
        long[][] columns = new long[inputs.length][];
        for (int index = 0; index < inputs.length; index++) {
            columns[index] = new long[] {inputs[index]};
        }
        long[][] outputs = new long[1][1];
        BulkCompiler.compile(program, List.of(program.size() - 1))
                .run(columns, new int[0][], new long[0], outputs, 0, 1);
        return outputs[0][0];
    }
}
