package fangpin.packs.explain;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Scope;
import fangpin.kernel.benefit.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes a program by names instead of register numbers. Accumulators are named before the steps they follow. */
final class ProgramSketch {
    private final List<String> inputs;
    private final Map<String, Running> accumulators = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private List<String> readings = List.of();
    private ClauseId clause = new ClauseId("none");

    private record Running(Text name, List<String> keys, Accumulator.Keeps keeps, String follows) {}

    ProgramSketch(String... inputs) {
        this.inputs = List.of(inputs);
    }

    ProgramSketch sum(String id, Text name, String follows, String... keys) {
        accumulators.put(id, new Running(name, List.of(keys), Accumulator.Keeps.SUM, follows));
        return this;
    }

    ProgramSketch highest(String id, Text name, String follows, String... keys) {
        accumulators.put(id, new Running(name, List.of(keys), Accumulator.Keeps.HIGHEST, follows));
        return this;
    }

    /** Clause and readings of the steps that follow. */
    ProgramSketch under(String id, String... by) {
        clause = new ClauseId(id);
        readings = List.of(by);
        return this;
    }

    ProgramSketch step(String id, Text name, Supplier<Operation> operation) {
        steps.add(new Step(id, name, clause, readings, null, operation.get()));
        return this;
    }

    ProgramSketch step(String id, Text name, String guard, List<Integer> codes, Supplier<Operation> operation) {
        steps.add(new Step(id, name, clause, readings, new Guard(at(guard), codes), operation.get()));
        return this;
    }

    /** The register of a name that has been said. */
    int at(String name) {
        int input = inputs.indexOf(name);
        if (input >= 0) {
            return input;
        }
        int accumulator = List.copyOf(accumulators.keySet()).indexOf(name);
        if (accumulator >= 0) {
            return inputs.size() + accumulator;
        }
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index).id().equals(name)) {
                return inputs.size() + accumulators.size() + index;
            }
        }
        throw new IllegalArgumentException(name);
    }

    List<Integer> all(String... names) {
        return Arrays.stream(names).map(this::at).toList();
    }

    Program program() {
        List<Accumulator> running = new ArrayList<>();
        accumulators.forEach((id, one) ->
                running.add(new Accumulator(id, one.name, new Scope(one.keys), one.keeps, at(one.follows))));
        return new Program(inputs, running, steps);
    }
}
