package fangpin.packs.explain;

import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation.Classify;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.money.Ratio;
import java.util.ArrayList;
import java.util.List;

/** Which class a step found, and by which of its rules. */
final class ClassWords {
    private final Quantities quantities;
    private final Messages messages;

    ClassWords(Quantities quantities, Messages messages) {
        this.quantities = quantities;
        this.messages = messages;
    }

    String computation(Classify classify, StepTrace trace) {
        String found = name(classify, Math.toIntExact(trace.result()));
        int rule = trace.branch();
        return rule < classify.rules().size()
                ? messages.text(
                        "step.class",
                        found,
                        Integer.toString(rule + 1),
                        conditions(classify, classify.rules().get(rule), trace))
                : messages.text(
                        "step.class-otherwise",
                        found,
                        Integer.toString(classify.rules().size()));
    }

    private String name(Classify classify, int code) {
        return messages.text(
                "quoted", messages.name(classify.classes().get(code - 1).name()));
    }

    private String conditions(Classify classify, Classify.Rule rule, StepTrace trace) {
        List<String> conditions = new ArrayList<>();
        Guard when = rule.when();
        if (when != null) {
            conditions.add(named(classify, when.register(), trace));
        }
        Classify.Band band = rule.band();
        if (band != null) {
            multiple("step.class-from", classify, band, band.from(), trace, conditions);
            multiple("step.class-below", classify, band, band.below(), trace, conditions);
        }
        return messages.list(conditions);
    }

    private void multiple(
            String key,
            Classify classify,
            Classify.Band band,
            @org.jspecify.annotations.Nullable Ratio multiple,
            StepTrace trace,
            List<String> conditions) {
        if (multiple != null) {
            conditions.add(messages.text(
                    key,
                    named(classify, band.amount(), trace),
                    named(classify, band.base(), trace),
                    Amounts.percent(multiple)));
        }
    }

    private String named(Classify classify, int register, StepTrace trace) {
        long value = trace.operands().get(classify.operands().indexOf(register));
        return quantities.named(register, value);
    }
}
