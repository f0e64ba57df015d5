package fangpin.packs.explain;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.settlement.Settlement;
import java.util.ArrayList;
import java.util.List;

/** The clerk page's steps: result and clause at the right, below it the computation, rounding, bounds and readings. */
final class ClerkSteps {
    private static final int INDENT = 6;

    private final Explanation explanation;
    private final Quantities quantities;
    private final Messages messages;
    private final StepWords stepWords;
    private final BoundWords boundWords;

    ClerkSteps(Settlement settlement, Quantities quantities, Messages messages) {
        this.explanation = settlement.explanation();
        this.quantities = quantities;
        this.messages = messages;
        this.stepWords = new StepWords(quantities, messages);
        this.boundWords = new BoundWords(explanation.program(), quantities, messages);
    }

    List<String> applied() {
        int clauses = clauseColumns();
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < explanation.steps().size(); index++) {
            StepTrace trace = explanation.steps().get(index);
            if (trace.applied()) {
                Step step = trace.step();
                String margin = Amounts.readable(trace.result()) + "  "
                        + Monospace.left(step.clause().text(), clauses);
                lines.add(Monospace.margins(heading(index, step), margin).stripTrailing());
                lines.addAll(Monospace.wrap(stepWords.computation(trace), INDENT));
                StepTrace.Exact exact = trace.exact();
                if (exact != null) {
                    lines.addAll(Monospace.wrap(rounding(exact, trace.result()), INDENT));
                }
                for (StepTrace.Bound bound : trace.bounds()) {
                    lines.addAll(Monospace.wrap(boundWords.bound(step.operation(), bound), INDENT));
                }
                if (!step.readings().isEmpty()) {
                    lines.addAll(Monospace.wrap(
                            messages.text("clerk.step-readings", messages.list(step.readings())), INDENT));
                }
            }
        }
        return lines;
    }

    List<String> notApplied() {
        int clauses = clauseColumns();
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < explanation.steps().size(); index++) {
            StepTrace trace = explanation.steps().get(index);
            Guard guard = trace.step().when();
            if (!trace.applied() && guard != null) {
                lines.add(Monospace.margins(
                                heading(index, trace.step()),
                                Monospace.left(trace.step().clause().text(), clauses))
                        .stripTrailing());
                lines.addAll(Monospace.wrap(why(guard), INDENT));
            }
        }
        return lines;
    }

    private String why(Guard guard) {
        return messages.text(
                "clerk.guard",
                quantities.label(guard.register()),
                quantities.word(guard.register(), explanation.value(guard.register())),
                quantities.words(guard.register(), guard.codes()));
    }

    private static String heading(int index, Step step, Messages messages) {
        return Monospace.right(Integer.toString(index + 1), 4) + "  " + messages.name(step.name()) + "  " + step.id();
    }

    private String heading(int index, Step step) {
        return heading(index, step, messages);
    }

    private int clauseColumns() {
        return explanation.steps().stream()
                .mapToInt(trace -> Monospace.width(trace.step().clause().text()))
                .max()
                .orElse(0);
    }

    private String rounding(StepTrace.Exact exact, long result) {
        String method = roundingName(exact, messages);
        return messages.text("clerk.rounding", Amounts.readableExact(exact), method, Amounts.readable(result));
    }

    private static String roundingName(StepTrace.Exact exact, Messages messages) {
        return switch (exact.rounding()) {
            case HALF_UP -> messages.text("rounding.half-up");
            case DOWN -> messages.text("rounding.down");
            case HALF_EVEN -> messages.text("rounding.half-even");
        };
    }
}
