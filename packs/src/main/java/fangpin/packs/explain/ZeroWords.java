package fangpin.packs.explain;

import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.settlement.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a product pays nothing for a case, in one kind sentence: the first step on the way back from the payment that took it away. */
final class ZeroWords {
    private final Settlement settlement;
    private final Quantities quantities;
    private final Messages messages;
    private final String payer;

    ZeroWords(Settlement settlement, Quantities quantities, Messages messages) {
        this.settlement = settlement;
        this.quantities = quantities;
        this.messages = messages;
        this.payer = messages.inside(settlement.product().ownLayer().name());
    }

    String text() {
        OwnPath path = OwnPath.ofDeciding(settlement.product(), settlement.explanation());
        for (int index = 0; index < path.steps().size(); index++) {
            StepTrace trace = path.steps().get(index);
            Optional<String> reason = trace.applied()
                    ? reason(trace, path.steps().subList(index + 1, path.steps().size()))
                    : Optional.of(guarded(trace));
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        return messages.text("zero.nothing", payer, quantities.inside(path.origin()));
    }

    private String guarded(StepTrace trace) {
        Guard guard = trace.step().when();
        if (guard == null) {
            throw new IllegalStateException(trace.step().id() + " did not apply and has no guard");
        }
        return messages.text(
                "zero.guard",
                payer,
                quantities.inside(guard.register()),
                quantities.words(guard.register(), guard.codes()),
                quantities.word(guard.register(), settlement.explanation().value(guard.register())));
    }

    private Optional<String> reason(StepTrace trace, List<StepTrace> deeper) {
        List<Long> values = trace.operands();
        return switch (trace.step().operation()) {
            case Operation.Subtract subtract ->
                values.getFirst() > 0 ? Optional.of(takenOff(subtract, values, deeper)) : Optional.empty();
            case Operation.SubtractPayers _ -> values.getFirst() > 0 ? nothingLeft() : Optional.empty();
            case Operation.ResidualToRatio residual ->
                values.getFirst() > 0 ? Optional.of(belowRatio(residual, values)) : nothingLeft();
            case Operation.Cap cap -> values.getFirst() > 0 ? Optional.of(usedUp(cap)) : Optional.<String>empty();
            case Operation.Trigger trigger ->
                notOver(
                        trigger.reaching() ? "zero.line" : "zero.line-passing",
                        trigger.amount(),
                        values,
                        trigger.line());
            case Operation.Deductible deductible ->
                notOver("zero.deductible", deductible.amount(), values, deductible.deductible());
            case Operation.Tiers tiers ->
                values.getFirst() <= tiers.deductible()
                        ? notOver("zero.deductible", tiers.amount(), values, tiers.deductible())
                        : Optional.of(messages.text(
                                "zero.tiers",
                                payer,
                                quantities.inside(tiers.amount()),
                                Amounts.readable(values.getFirst())));
            case Operation.Coinsurance coinsurance -> share(coinsurance, trace);
            case Operation.GradeSchedule _, Operation.LumpSum _ -> noStandard(trace);
            case Operation.Share share -> noPart("zero.part", share.amount(), values, Divisions.ratio(share));
            case Operation.Prorate prorate ->
                noPart("zero.prorate", prorate.amount(), values, quantities.inside(prorate.numerator()));
            case Operation.Instalments instalments ->
                noPart("zero.instalment", instalments.amount(), values, Long.toString(values.get(1)));
            case Operation.Choose choose ->
                choose.branches().get(trace.branch()).register() < 0 ? Optional.of(noBranch(choose, values)) : none();
            case Operation.Sum _, Operation.MinOf _, Operation.MaxOf _, Operation.PerUnit _, Operation.Classify _ ->
                Optional.empty();
        };
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    /** What is taken off is all there is; if there were more but for a limit, the limit is the reason. */
    private String takenOff(Operation.Subtract subtract, List<Long> values, List<StepTrace> deeper) {
        for (StepTrace trace : deeper) {
            if (trace.step().operation() instanceof Operation.Cap cap
                    && trace.bounds().getFirst().binding()) {
                return usedUp(cap);
            }
        }
        String from = quantities.inside(subtract.from());
        String amount = Amounts.readable(values.getFirst());
        List<String> less = new ArrayList<>();
        boolean paidBefore = true;
        long sum = 0;
        for (int index = 0; index < subtract.less().size(); index++) {
            long value = values.get(index + 1);
            if (value != 0) {
                int register = subtract.less().get(index);
                paidBefore &= OwnPath.ownPaid(settlement, register);
                sum += value;
                less.add(messages.text("amount.of", quantities.inside(register), Amounts.readable(value)));
            }
        }
        return paidBefore
                ? messages.text("zero.paid-before", payer, from, amount, Amounts.readable(sum))
                : messages.text("zero.taken-off", payer, from, amount, messages.list(less));
    }

    private Optional<String> nothingLeft() {
        return Optional.of(messages.text("zero.nothing-left", payer));
    }

    private String belowRatio(Operation.ResidualToRatio step, List<Long> values) {
        return messages.text(
                step.strict() ? "zero.below-ratio" : "zero.within-ratio",
                payer,
                quantities.inside(step.residual()),
                Amounts.readable(values.get(0)),
                quantities.inside(step.base()),
                Amounts.readable(values.get(1)),
                Amounts.percent(step.ratio()));
    }

    private String usedUp(Operation.Cap cap) {
        return messages.text("zero.limit", payer, Amounts.readable(cap.limit()));
    }

    private Optional<String> notOver(String key, int register, List<Long> values, long line) {
        return values.getFirst() > 0
                ? Optional.of(messages.text(
                        key,
                        payer,
                        quantities.inside(register),
                        Amounts.readable(values.getFirst()),
                        Amounts.readable(line)))
                : Optional.empty();
    }

    private Optional<String> share(Operation.Coinsurance step, StepTrace trace) {
        long amount = trace.operands().getFirst();
        if (amount <= 0) {
            return Optional.empty();
        }
        if (trace.branch() < 0) {
            return noStandard(trace);
        }
        Ratio share = step.shares().get(trace.branch());
        return Optional.of(messages.text(
                share.numerator() == 0 ? "zero.no-share" : "zero.too-small",
                payer,
                quantities.inside(step.amount()),
                Amounts.readable(amount),
                Amounts.percent(share)));
    }

    private Optional<String> noStandard(StepTrace trace) {
        return Optional.of(messages.text(
                "zero.no-standard", payer, messages.inside(trace.step().name())));
    }

    /** An amount of which nothing falls to this step. */
    private Optional<String> noPart(String key, int amount, List<Long> values, String by) {
        return values.getFirst() > 0
                ? Optional.of(
                        messages.text(key, payer, quantities.inside(amount), Amounts.readable(values.getFirst()), by))
                : Optional.empty();
    }

    private String noBranch(Operation.Choose choose, List<Long> values) {
        return messages.text(
                "zero.no-branch",
                payer,
                quantities.inside(choose.code()),
                quantities.word(choose.code(), values.getFirst()));
    }
}
