package fangpin.packs.explain;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.InputColumn.CodeWord;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The steps of a settlement in its JSON: what went in, with which parameters, what came out, what held it, what did not apply. */
final class JsonSteps {
    private final Explanation explanation;
    private final Program program;
    private final Units units;
    private final JsonGenerator out;
    private final JsonOperation operations;

    JsonSteps(Explanation explanation, Units units, JsonGenerator out) {
        this.explanation = explanation;
        this.program = explanation.program();
        this.units = units;
        this.out = out;
        this.operations = new JsonOperation(program, out);
    }

    void write() {
        out.writeArrayPropertyStart("steps");
        for (StepTrace trace : explanation.steps()) {
            step(trace);
        }
        out.writeEndArray();
    }

    private void step(StepTrace trace) {
        Step step = trace.step();
        out.writeStartObject();
        out.writeStringProperty("id", step.id());
        out.writeStringProperty("clause", step.clause().text());
        out.writeArrayPropertyStart("readings");
        step.readings().forEach(out::writeString);
        out.writeEndArray();
        operations.write(step.operation());
        operands(step.operation(), trace.operands());
        out.writeBooleanProperty("applied", trace.applied());
        Guard guard = step.when();
        if (!trace.applied() && guard != null) {
            notApplied(guard);
        }
        if (trace.branch() >= 0) {
            out.writeNumberProperty("branch", trace.branch());
        }
        StepTrace.Exact exact = trace.exact();
        if (exact != null) {
            out.writeStringProperty("before_rounding", Amounts.exact(exact));
            out.writeStringProperty("rounding", JsonOperation.rounding(exact.rounding()));
        }
        out.writeStringProperty("result", Amounts.yuan(trace.result()));
        bounds(trace.bounds());
        out.writeEndObject();
    }

    private void operands(Operation operation, List<Long> values) {
        List<Integer> registers = operation.operands();
        out.writeArrayPropertyStart("inputs");
        for (int index = 0; index < registers.size(); index++) {
            int register = registers.get(index);
            out.writeStartObject();
            out.writeStringProperty("id", program.name(register));
            long value = values.get(index);
            switch (units.of(register)) {
                case MONEY -> out.writeStringProperty("value", Amounts.yuan(value));
                case CODE, NUMBER -> out.writeNumberProperty("value", value);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Why a step did not apply: the code the case has, and the codes the step is for. */
    private void notApplied(Guard guard) {
        int register = guard.register();
        out.writeObjectPropertyStart("not_applied");
        out.writeStringProperty("column", program.name(register));
        code(register, explanation.value(register));
        out.writeArrayPropertyStart("applies_to");
        for (int code : guard.codes()) {
            out.writeStartObject();
            code(register, code);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void code(int register, long code) {
        out.writeNumberProperty("code", code);
        CodeWord word = units.word(register, code);
        if (word != null) {
            out.writeStringProperty("word", word.word());
        }
    }

    private void bounds(List<StepTrace.Bound> bounds) {
        out.writeArrayPropertyStart("bounds");
        for (StepTrace.Bound bound : bounds) {
            out.writeStartObject();
            out.writeStringProperty("bound", bound.name());
            out.writeStringProperty("at", Amounts.yuan(bound.bound()));
            out.writeStringProperty("compared", Amounts.yuan(bound.compared()));
            out.writeStringProperty("distance", Amounts.yuan(bound.distance()));
            out.writeBooleanProperty("binding", bound.binding());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
