package fangpin.packs.explain;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clerk page's steps: result and clause at the right, below it the computation, rounding, bounds and readings. */
final class ClerkSteps {
    private static final int INDENT = 6;

    private final Explanation explanation;
    private final Quantities quantities;
    private final Messages messages;
    private final StepWords stepWords;
    private final BoundWords boundWords;

    ClerkSteps(Explanation explanation, Quantities quantities, Messages messages) {
        this.explanation = explanation;
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
                int register = explanation.program().stepRegister(index);
                String margin = quantities.value(register, trace.result()) + "  "
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

    /** Steps kept out for the same reason stand together, the reason once below them. */
    List<String> notApplied() {
        int clauses = clauseColumns();
        Map<String, List<String>> headings = new LinkedHashMap<>();
        for (int index = 0; index < explanation.steps().size(); index++) {
            StepTrace trace = explanation.steps().get(index);
            Guard guard = trace.step().when();
            if (!trace.applied() && guard != null) {
                String margin = Monospace.left(trace.step().clause().text(), clauses);
                headings.computeIfAbsent(why(guard), _ -> new ArrayList<>())
                        .add(Monospace.margins(heading(index, trace.step()), margin)
                                .stripTrailing());
            }
        }
        List<String> lines = new ArrayList<>();
        headings.forEach((why, steps) -> {
            lines.addAll(steps);
            lines.addAll(Monospace.wrap(why, INDENT));
        });
        return lines;
    }

    /** Which bounds made the payment what it is, and the one that lies nearest to it. */
    List<String> bounds(Product product) {
        List<String> lines = new ArrayList<>();
        List<NextBound> all = NextBound.all(product, explanation);
        for (NextBound next : all) {
            if (next.bound().binding()) {
                lines.addAll(Monospace.wrap(bound("bound.decided", next), 2));
            }
        }
        if (lines.isEmpty()) {
            lines.add("  " + messages.text("bound.none"));
        }
        NextBound nearest = NextBound.nearest(all);
        if (nearest != null) {
            lines.addAll(Monospace.wrap(bound("bound.next", nearest), 2));
        }
        return lines;
    }

    private String bound(String key, NextBound next) {
        Step step = next.trace().step();
        return messages.text(key, messages.name(step.name()), boundWords.where(step.operation(), next.bound()));
    }

    private String why(Guard guard) {
        return messages.text(
                "clerk.guard",
                quantities.label(guard.register()),
                quantities.word(guard.register(), explanation.value(guard.register())),
                quantities.words(guard.register(), guard.codes()));
    }

    private String heading(int index, Step step) {
        return Monospace.right(Integer.toString(index + 1), 4) + "  " + messages.name(step.name()) + "  " + step.id();
    }

    private int clauseColumns() {
        return explanation.steps().stream()
                .mapToInt(trace -> Monospace.width(trace.step().clause().text()))
                .max()
                .orElse(0);
    }

    private String rounding(StepTrace.Exact exact, long result) {
        String method = switch (exact.rounding()) {
            case HALF_UP -> messages.text("rounding.half-up");
            case DOWN -> messages.text("rounding.down");
            case HALF_EVEN -> messages.text("rounding.half-even");
        };
        return messages.text(
                "clerk.rounding", Amounts.readableExact(exact, messages), method, Amounts.readable(result));
    }
}
