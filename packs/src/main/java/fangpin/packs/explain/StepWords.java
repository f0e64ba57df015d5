package fangpin.packs.explain;

import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.benefit.Tier;
import fangpin.kernel.money.Ratio;
import java.util.ArrayList;
import java.util.List;

/** What a step computed, written out with names, figures and every parameter of the pack. */
final class StepWords {
    private final Quantities quantities;
    private final Messages messages;

    StepWords(Quantities quantities, Messages messages) {
        this.quantities = quantities;
        this.messages = messages;
    }

    /** One line of arithmetic: the operands by name and value, the parameters, the result. */
    String computation(StepTrace trace) {
        String result = Amounts.readable(trace.result());
        List<String> named = named(trace);
        return switch (trace.step().operation()) {
            case Operation.Sum _ -> String.join(" + ", named) + " = " + result;
            case Operation.Subtract subtract ->
                String.join(" − ", named) + (subtract.floored() ? messages.text("step.floored") : "") + " = " + result;
            case Operation.SubtractPayers _ -> String.join(" − ", named) + " = " + result;
            case Operation.MinOf minimum -> extreme("step.least", minimum.values(), named, trace);
            case Operation.MaxOf maximum -> extreme("step.greatest", maximum.values(), named, trace);
            case Operation.Trigger trigger ->
                messages.text(
                        trigger.reaching() ? "step.trigger-reaching" : "step.trigger-passing",
                        named.getFirst(),
                        Amounts.readable(trigger.line()),
                        result);
            case Operation.Deductible deductible ->
                messages.text("step.deductible", named.getFirst(), Amounts.readable(deductible.deductible()), result);
            case Operation.Coinsurance coinsurance -> coinsurance(coinsurance, trace, named, result);
            case Operation.Tiers tiers -> tiers(tiers, trace, named, result);
            case Operation.ResidualToRatio residual ->
                messages.text(
                        residual.strict() ? "step.below-ratio" : "step.within-ratio",
                        named.get(0),
                        Amounts.readable(trace.bounds().getFirst().bound()),
                        named.get(1),
                        Amounts.percent(residual.ratio()),
                        result);
            case Operation.Cap cap -> cap(cap, trace, named, result);
            case Operation.GradeSchedule grades ->
                messages.text("step.grades", named.getFirst(), amounts(grades.amounts()), result);
            case Operation.LumpSum _ -> messages.text("step.lump-sum", result);
            case Operation.PerUnit unit ->
                messages.text("step.per-unit", named.getFirst(), Amounts.readable(unit.rate()), result);
            case Operation.Share share ->
                messages.text(
                        "step.part",
                        named.getFirst(),
                        Divisions.ratio(share),
                        Long.toString(share.weights().get(share.part())),
                        result);
            case Operation.Prorate _ -> messages.text("step.prorate", named.get(0), named.get(1), named.get(2), result);
            case Operation.Instalments instalments -> instalment(instalments, trace, named, result);
            case Operation.Classify classify -> new ClassWords(quantities, messages).computation(classify, trace);
            case Operation.Choose choose -> choose(choose, trace, named, result);
        };
    }

    private List<String> named(StepTrace trace) {
        List<Integer> registers = trace.step().operation().operands();
        List<String> named = new ArrayList<>(registers.size());
        for (int index = 0; index < registers.size(); index++) {
            named.add(quantities.named(registers.get(index), trace.operands().get(index)));
        }
        return named;
    }

    private String extreme(String key, List<Integer> registers, List<String> named, StepTrace trace) {
        return messages.text(
                key,
                String.join(messages.text("step.separator"), named),
                quantities.label(registers.get(trace.branch())),
                Amounts.readable(trace.result()));
    }

    private String coinsurance(Operation.Coinsurance coinsurance, StepTrace trace, List<String> named, String result) {
        Ratio share = trace.branch() < 0 ? Ratio.ZERO : coinsurance.shares().get(trace.branch());
        String product = messages.text("step.share", named.getFirst(), Amounts.percent(share), result);
        Integer by = coinsurance.by();
        if (by == null) {
            return product;
        }
        List<String> shares = new ArrayList<>();
        for (int code = 1; code <= coinsurance.shares().size(); code++) {
            shares.add(messages.text(
                    "step.of",
                    quantities.value(by, code),
                    Amounts.percent(coinsurance.shares().get(code - 1))));
        }
        return messages.text("step.share-by", product, named.get(1), messages.list(shares));
    }

    private String tiers(Operation.Tiers tiers, StepTrace trace, List<String> named, String result) {
        List<String> bands = new ArrayList<>();
        String low = Amounts.readable(0);
        for (Tier tier : tiers.tiers()) {
            String share = Amounts.percent(tier.share());
            if (tier.upTo() == Long.MAX_VALUE) {
                bands.add(messages.text("step.tier-above", low, share));
            } else {
                String high = Amounts.readable(tier.upTo());
                bands.add(messages.text("step.tier", low, high, share));
                low = high;
            }
        }
        String origin = switch (tiers.origin()) {
            case ABSOLUTE -> messages.text("step.tiers-absolute");
            case AFTER_DEDUCTIBLE -> messages.text("step.tiers-after-deductible");
        };
        String method = switch (tiers.method()) {
            case MARGINAL -> messages.text("step.tiers-marginal");
            case WHOLE_AMOUNT -> messages.text("step.tiers-whole");
        };
        String reached = trace.branch() < 0
                ? messages.text("step.tiers-none")
                : messages.text("step.tiers-reached", Integer.toString(trace.branch() + 1));
        return messages.text(
                "step.tiers",
                named.getFirst(),
                Amounts.readable(tiers.deductible()),
                method,
                origin,
                String.join(messages.text("step.separator"), bands),
                reached,
                result);
    }

    private String cap(Operation.Cap cap, StepTrace trace, List<String> named, String result) {
        String limit = Amounts.readable(cap.limit());
        if (cap.used().isEmpty()) {
            return messages.text("step.cap", named.getFirst(), limit, result);
        }
        return messages.text(
                "step.cap-used",
                named.getFirst(),
                limit,
                messages.list(named.subList(1, named.size())),
                Amounts.readable(trace.bounds().getFirst().bound()),
                result);
    }

    private String amounts(List<Long> amounts) {
        List<String> all = new ArrayList<>();
        for (int index = 0; index < amounts.size(); index++) {
            all.add(messages.text("step.of", Integer.toString(index + 1), Amounts.readable(amounts.get(index))));
        }
        return messages.list(all);
    }

    private String instalment(Operation.Instalments instalments, StepTrace trace, List<String> named, String result) {
        List<String> groups = instalments.groups().stream()
                .map(group -> messages.text(
                        "step.instalments", Amounts.percent(group.share()), Integer.toString(group.times())))
                .toList();
        return messages.text(
                trace.branch() < 0 ? "step.no-instalment" : "step.instalment",
                named.get(0),
                messages.list(groups),
                Long.toString(trace.operands().get(1)),
                result);
    }

    private String choose(Operation.Choose choose, StepTrace trace, List<String> named, String result) {
        List<String> branches = new ArrayList<>();
        for (Operation.Choose.Branch branch : choose.branches()) {
            branches.add(messages.text(
                    "step.of",
                    quantities.words(choose.code(), branch.codes()),
                    branch.register() < 0 ? messages.text("step.nothing") : quantities.label(branch.register())));
        }
        String all = String.join(messages.text("step.separator"), branches);
        int taken =
                trace.branch() < 0 ? -1 : choose.branches().get(trace.branch()).register();
        return taken < 0
                ? messages.text("step.choose-nothing", named.getFirst(), result, all)
                : messages.text("step.choose", named.getFirst(), quantities.label(taken), result, all);
    }
}
