package fangpin.packs.explain;

import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.settlement.Settlement;
import java.util.ArrayList;
import java.util.List;

/** How a payment came about, as a chain of short phrases: what it starts from, what is taken off, which limit holds it. */
final class StoryWords {
    private final Settlement settlement;
    private final Quantities quantities;
    private final Messages messages;

    StoryWords(Settlement settlement, Quantities quantities, Messages messages) {
        this.settlement = settlement;
        this.quantities = quantities;
        this.messages = messages;
    }

    /** From the first amount to the payment. */
    String whole() {
        OwnPath path = OwnPath.ofAmount(settlement.product(), settlement.explanation());
        List<String> phrases = new ArrayList<>();
        if (OwnPath.step(settlement.explanation(), path.origin()) == null) {
            phrases.add(start(path.origin(), settlement.explanation().value(path.origin())));
        }
        boolean first = phrases.isEmpty();
        for (StepTrace trace : path.steps().reversed()) {
            phrases.addAll(phrases(trace, first));
            first = false;
        }
        return String.join(messages.text("story.separator"), phrases);
    }

    /** Only what held the payment down; a limit over several cases is left to the sentence about how much of it remains. */
    List<String> holds() {
        List<StepTrace> limits = Limit.of(settlement.product(), settlement.explanation()).stream()
                .map(Limit::trace)
                .toList();
        List<String> holds = new ArrayList<>();
        for (StepTrace trace : OwnPath.ofAmount(settlement.product(), settlement.explanation())
                .steps()
                .reversed()) {
            Operation operation = trace.step().operation();
            if (operation instanceof Operation.MinOf
                    || (operation instanceof Operation.Cap && !limits.contains(trace))) {
                holds.addAll(phrases(trace, false));
            }
        }
        return holds;
    }

    /** A sum that the story only passes through, because it has one term, adds nothing to tell. */
    private List<String> phrases(StepTrace trace, boolean first) {
        List<Long> values = trace.operands();
        String name = messages.inside(trace.step().name());
        String result = Amounts.readable(trace.result());
        return switch (trace.step().operation()) {
            case Operation.Sum _ -> first ? List.of(messages.text("story.start", name, result)) : List.of();
            case Operation.SubtractPayers _, Operation.LumpSum _, Operation.PerUnit _ ->
                List.of(messages.text("story.start", name, result));
            case Operation.GradeSchedule grades ->
                List.of(messages.text(
                        "story.grade",
                        name,
                        quantities.inside(grades.grade()),
                        Long.toString(values.getFirst()),
                        result));
            case Operation.Subtract subtract -> takenOff(subtract, values);
            case Operation.MinOf minimum -> {
                int taken = minimum.values().get(trace.branch());
                yield trace.branch() == 0
                        ? List.of()
                        : List.of(messages.text("story.at-most", quantities.inside(taken), result));
            }
            case Operation.Deductible step ->
                List.of(messages.text("story.deductible", Amounts.readable(step.deductible())));
            case Operation.Coinsurance step -> share(step, trace.branch(), result);
            case Operation.Tiers _ -> List.of(messages.text("story.tiers", result));
            case Operation.ResidualToRatio step ->
                List.of(
                        start(step.residual(), values.get(0)),
                        messages.text(
                                step.strict() ? "story.below-ratio" : "story.within-ratio",
                                quantities.inside(step.base()),
                                Amounts.readable(values.get(1)),
                                Amounts.percent(step.ratio()),
                                result));
            case Operation.Cap cap ->
                trace.bounds().getFirst().binding()
                        ? List.of(messages.text(
                                cap.used().isEmpty() ? "story.limit" : "story.limit-left",
                                Amounts.readable(cap.limit()),
                                result))
                        : List.of();
            case Operation.Share share -> List.of(messages.text("story.part", Divisions.ratio(share), result));
            case Operation.Prorate step ->
                List.of(messages.text(
                        "story.prorate",
                        quantities.inside(step.numerator()),
                        quantities.inside(step.denominator()),
                        result));
            case Operation.Instalments _ ->
                List.of(messages.text("story.instalment", Long.toString(values.get(1)), result));
            case Operation.MaxOf _, Operation.Trigger _, Operation.Classify _, Operation.Choose _ -> List.of();
        };
    }

    /** A share is "of the rest" only if something was taken off just before. */
    private List<String> share(Operation.Coinsurance step, int branch, String result) {
        if (branch < 0) {
            return List.of();
        }
        StepTrace before = OwnPath.step(settlement.explanation(), step.amount());
        boolean rest = before != null && before.step().operation() instanceof Operation.Deductible;
        return List.of(messages.text(
                rest ? "story.share-of-rest" : "story.share",
                Amounts.percent(step.shares().get(branch)),
                result));
    }

    private List<String> takenOff(Operation.Subtract subtract, List<Long> values) {
        List<String> phrases = new ArrayList<>();
        for (int index = 0; index < subtract.less().size(); index++) {
            long value = values.get(index + 1);
            if (value != 0) {
                phrases.add(messages.text(
                        "story.less", quantities.inside(subtract.less().get(index)), Amounts.readable(value)));
            }
        }
        return phrases;
    }

    private String start(int register, long value) {
        return messages.text("story.start", quantities.inside(register), Amounts.readable(value));
    }
}
