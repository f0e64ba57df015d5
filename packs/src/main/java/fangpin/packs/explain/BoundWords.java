package fangpin.packs.explain;

import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.StepTrace.Bound;

/** A step's bounds in words: what each is, how far the amount lies from it, whether it decided. */
final class BoundWords {
    private final Program program;
    private final Quantities quantities;
    private final Messages messages;

    BoundWords(Program program, Quantities quantities, Messages messages) {
        this.program = program;
        this.quantities = quantities;
        this.messages = messages;
    }

    /** A bound of a step, with whether it decided. */
    String bound(Operation operation, Bound bound) {
        return messages.text(bound.binding() ? "bound.binding" : "bound.not-binding", where(operation, bound));
    }

    /** What a bound is, where it lies, and how far the amount is from it. */
    String where(Operation operation, Bound bound) {
        String far = Amounts.readable(Math.abs(bound.distance()));
        String distance;
        if (bound.distance() < 0) {
            distance = messages.text("bound.below", far);
        } else if (bound.distance() > 0) {
            distance = messages.text("bound.above", far);
        } else {
            distance = messages.text("bound.at");
        }
        return messages.text("bound.where", name(operation, bound), Amounts.readable(bound.bound()), distance);
    }

    private String name(Operation operation, Bound bound) {
        return switch (operation) {
            case Operation.MinOf _, Operation.MaxOf _ -> quantity(bound.name());
            case Operation.Cap _ -> messages.text("bound.limit");
            case Operation.Deductible _ -> messages.text("bound.deductible");
            case Operation.Tiers _ -> tier(bound.name());
            case Operation.Trigger _ -> messages.text("bound.line");
            case Operation.ResidualToRatio _ -> messages.text("bound.allowed");
            case Operation.Subtract _ -> messages.text("bound.zero");
            case Operation.Classify _ -> multiple(bound.name());
            case Operation.Sum _,
                    Operation.SubtractPayers _,
                    Operation.Coinsurance _,
                    Operation.GradeSchedule _,
                    Operation.LumpSum _,
                    Operation.PerUnit _,
                    Operation.Share _,
                    Operation.Prorate _,
                    Operation.Instalments _,
                    Operation.Choose _ -> bound.name();
        };
    }

    private String tier(String name) {
        int dash = name.indexOf('-');
        return dash < 0 ? messages.text("bound.deductible") : messages.text("bound.tier", name.substring(dash + 1));
    }

    /** The bound of a rule: {@code from-2}. */
    private String multiple(String name) {
        int dash = name.indexOf('-');
        String key = name.startsWith("from") ? "bound.from" : "bound.under";
        return messages.text(key, name.substring(dash + 1));
    }

    private String quantity(String id) {
        for (int register = 0; register < program.size(); register++) {
            if (program.name(register).equals(id)) {
                return quantities.label(register);
            }
        }
        return id;
    }
}
