package fangpin.kernel.benefit;

import fangpin.kernel.benefit.StepTrace.Bound;
import fangpin.kernel.benefit.StepTrace.Exact;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a program for one case and writes down every step. Gives the same figures as the bulk executor, by test. */
public final class ExplainingExecutor {
    private final Program program;
    private final long[] registers;

    private ExplainingExecutor(Program program) {
        this.program = program;
        this.registers = new long[program.size()];
    }

    /**
     * Runs one case.
     *
     * @param inputs one value an input register
     * @param before one figure an accumulator, as it stands before the case
     * @throws ArithmeticException if a figure leaves the range of a long
     */
    public static Explanation explain(Program program, List<Long> inputs, List<Long> before) {
        return new ExplainingExecutor(program).run(inputs, before);
    }

    private Explanation run(List<Long> inputs, List<Long> before) {
        if (inputs.size() != program.inputs().size()
                || before.size() != program.accumulators().size()) {
            throw new IllegalArgumentException(
                    "a program of " + program.inputs().size() + " inputs and "
                            + program.accumulators().size() + " accumulators, run with " + inputs.size() + " and "
                            + before.size());
        }
        int register = 0;
        for (long value : inputs) {
            registers[register++] = value;
        }
        for (long value : before) {
            registers[register++] = value;
        }
        List<StepTrace> traces = new ArrayList<>(program.steps().size());
        for (Step step : program.steps()) {
            StepTrace trace = trace(step);
            registers[register++] = trace.result();
            traces.add(trace);
        }
        List<Long> after = new ArrayList<>(before.size());
        for (int index = 0; index < before.size(); index++) {
            Accumulator accumulator = program.accumulators().get(index);
            after.add(accumulator.after(before.get(index), registers[accumulator.register()]));
        }
        return new Explanation(program, inputs, before, traces, after);
    }

    private StepTrace trace(Step step) {
        List<Long> operands = new ArrayList<>();
        for (int operand : step.operation().operands()) {
            operands.add(registers[operand]);
        }
        Guard guard = step.when();
        if (guard != null && !guard.accepts(registers[guard.register()])) {
            return new StepTrace(step, false, operands, 0, null, List.of(), -1);
        }
        Outcome outcome = outcome(step.operation());
        return new StepTrace(step, true, operands, outcome.result, outcome.exact, outcome.bounds, outcome.branch);
    }

    private record Outcome(long result, @Nullable Exact exact, List<Bound> bounds, int branch) {
        static Outcome of(long result, Bound... bounds) {
            return new Outcome(result, null, List.of(bounds), -1);
        }
    }

    private Outcome outcome(Operation operation) {
        return switch (operation) {
            case Operation.Sum sum -> Outcome.of(sumOf(sum.terms()));
            case Operation.Subtract subtract -> subtract(subtract);
            case Operation.SubtractPayers payers ->
                Outcome.of(Math.subtractExact(registers[payers.from()], sumOf(payers.payers())));
            case Operation.MinOf minimum -> choice(minimum.values(), false);
            case Operation.MaxOf maximum -> choice(maximum.values(), true);
            case Operation.Trigger trigger -> trigger(trigger);
            case Operation.Deductible deductible -> deductible(deductible);
            case Operation.Coinsurance coinsurance -> coinsurance(coinsurance);
            case Operation.Tiers tiers -> tiers(tiers);
            case Operation.ResidualToRatio residual -> residual(residual);
            case Operation.Cap cap -> cap(cap);
            case Operation.GradeSchedule grades -> {
                int branch = branch(registers[grades.grade()], grades.amounts().size());
                yield new Outcome(branch < 0 ? 0 : grades.amounts().get(branch), null, List.of(), branch);
            }
            case Operation.LumpSum lump -> Outcome.of(lump.amount());
            case Operation.PerUnit unit -> Outcome.of(Math.multiplyExact(registers[unit.count()], unit.rate()));
            case Operation.Share share ->
                Outcome.of(Arithmetic.part(registers[share.amount()], share.part(), array(share.weights())));
            case Operation.Prorate prorate -> prorate(prorate);
            case Operation.Instalments instalments -> instalments(instalments);
            case Operation.Classify classify -> classify(classify);
            case Operation.Choose choose -> choose(choose);
        };
    }

    private static long[] array(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private Outcome prorate(Operation.Prorate prorate) {
        long amount = registers[prorate.amount()];
        long numerator = registers[prorate.numerator()];
        long denominator = registers[prorate.denominator()];
        long result = Arithmetic.prorate(amount, numerator, denominator, prorate.rounding());
        long[] split = Arithmetic.prorated(amount, numerator, denominator);
        boolean negative = Long.signum(amount) * Long.signum(numerator) < 0;
        return new Outcome(
                result, new Exact(negative, split[0], split[1], denominator, prorate.rounding()), List.of(), -1);
    }

    private Outcome instalments(Operation.Instalments instalments) {
        long number = registers[instalments.number()];
        long result = Arithmetic.instalment(
                registers[instalments.amount()], number, array(instalments.shares()), array(instalments.times()));
        long last = 0;
        for (int group = 0; group < instalments.groups().size(); group++) {
            long first = last + 1;
            last += instalments.groups().get(group).times();
            if (number >= first && number <= last) {
                return new Outcome(result, null, List.of(), group);
            }
        }
        return new Outcome(result, null, List.of(), -1);
    }

    private Outcome classify(Operation.Classify classify) {
        List<Bound> bounds = new ArrayList<>();
        for (int index = 0; index < classify.rules().size(); index++) {
            Operation.Classify.Rule rule = classify.rules().get(index);
            Guard when = rule.when();
            boolean holds = when == null || when.accepts(registers[when.register()]);
            Operation.Classify.Band band = rule.band();
            if (holds && band != null) {
                holds = within(band, index + 1, bounds);
            }
            if (holds) {
                return new Outcome(rule.code(), null, List.copyOf(bounds), index);
            }
        }
        return new Outcome(
                classify.otherwise(),
                null,
                List.copyOf(bounds),
                classify.rules().size());
    }

    private boolean within(Operation.Classify.Band band, int rule, List<Bound> bounds) {
        Ratio from = band.from();
        if (from != null && !multiple(band, from, "from-" + rule, true, bounds)) {
            return false;
        }
        Ratio below = band.below();
        return below == null || multiple(band, below, "below-" + rule, false, bounds);
    }

    /** Whether the amount lies on the side of a multiple where it must; written down, deciding where it does not. */
    private boolean multiple(
            Operation.Classify.Band band, Ratio multiple, String name, boolean reaching, List<Bound> bounds) {
        long amount = registers[band.amount()];
        long bound = Arithmetic.multiple(registers[band.base()], multiple.numerator(), multiple.denominator());
        boolean met = amount >= bound == reaching;
        bounds.add(new Bound(name, amount, bound, !met));
        return met;
    }

    private long sumOf(List<Integer> terms) {
        long sum = 0;
        for (int term : terms) {
            sum = Math.addExact(sum, registers[term]);
        }
        return sum;
    }

    private Outcome subtract(Operation.Subtract subtract) {
        long difference = Math.subtractExact(registers[subtract.from()], sumOf(subtract.less()));
        return subtract.floored()
                ? Outcome.of(Arithmetic.floored(difference), new Bound("zero", difference, 0, difference < 0))
                : Outcome.of(difference);
    }

    private Outcome choice(List<Integer> values, boolean greatest) {
        long result = registers[values.getFirst()];
        int taken = 0;
        for (int index = 1; index < values.size(); index++) {
            long value = registers[values.get(index)];
            if (greatest ? value > result : value < result) {
                result = value;
                taken = index;
            }
        }
        List<Bound> bounds = new ArrayList<>();
        for (int index = 1; index < values.size(); index++) {
            bounds.add(new Bound(
                    program.name(values.get(index)),
                    registers[values.getFirst()],
                    registers[values.get(index)],
                    taken == index));
        }
        return new Outcome(result, null, List.copyOf(bounds), taken);
    }

    private Outcome trigger(Operation.Trigger trigger) {
        long amount = registers[trigger.amount()];
        long result = Arithmetic.trigger(amount, trigger.line(), trigger.reaching());
        return Outcome.of(result, new Bound("line", amount, trigger.line(), result != amount));
    }

    private Outcome deductible(Operation.Deductible deductible) {
        long amount = registers[deductible.amount()];
        return Outcome.of(
                Arithmetic.deductible(amount, deductible.deductible()),
                new Bound("deductible", amount, deductible.deductible(), amount < deductible.deductible()));
    }

    private Outcome coinsurance(Operation.Coinsurance coinsurance) {
        long amount = registers[coinsurance.amount()];
        Integer by = coinsurance.by();
        int branch = by == null ? 0 : branch(registers[by], coinsurance.shares().size());
        Ratio share = branch < 0 ? Ratio.ZERO : coinsurance.shares().get(branch);
        long result = Arithmetic.share(amount, share.numerator(), share.denominator(), coinsurance.rounding());
        return new Outcome(result, exactShare(amount, share, coinsurance.rounding()), List.of(), branch);
    }

    /** Which of so many entries a code takes, from 0; -1 for a code that has none. */
    private static int branch(long code, int count) {
        return code >= 1 && code <= count ? (int) code - 1 : -1;
    }

    private static Exact exactShare(long amount, Ratio share, Rounding rounding) {
        long magnitude = Math.abs(amount);
        long units = magnitude / share.denominator();
        long part = magnitude % share.denominator() * share.numerator();
        return new Exact(
                amount < 0,
                units * share.numerator() + part / share.denominator(),
                part % share.denominator(),
                share.denominator(),
                rounding);
    }

    private Outcome tiers(Operation.Tiers tiers) {
        long amount = registers[tiers.amount()];
        long counted = TierTable.counted(tiers, amount);
        List<Bound> bounds = new ArrayList<>();
        if (tiers.deductible() > 0) {
            bounds.add(new Bound("deductible", amount, tiers.deductible(), amount < tiers.deductible()));
        }
        int branch = -1;
        for (int index = 0; index < tiers.tiers().size(); index++) {
            long upTo = tiers.tiers().get(index).upTo();
            if (upTo != Long.MAX_VALUE) {
                bounds.add(new Bound("tier-" + (index + 1), counted, upTo, counted > upTo));
            }
            if (branch < 0 && amount > tiers.deductible() && counted <= upTo) {
                branch = index;
            }
        }
        long denominator = TierTable.denominator(tiers);
        long whole = 0;
        long parts = 0;
        for (TierTable.Band band : TierTable.bands(tiers)) {
            long inBand = band.amountOf(tiers, amount);
            whole = Math.addExact(whole, Arithmetic.wholeShare(inBand, band.numerator(), denominator));
            parts += Arithmetic.partShare(inBand, band.numerator(), denominator);
        }
        Exact exact = new Exact(
                false, Math.addExact(whole, parts / denominator), parts % denominator, denominator, tiers.rounding());
        long result = tiers.rounding().round(exact.whole(), exact.remainder(), denominator);
        return new Outcome(result, exact, List.copyOf(bounds), branch);
    }

    private Outcome residual(Operation.ResidualToRatio step) {
        long residual = registers[step.residual()];
        long base = registers[step.base()];
        Ratio ratio = step.ratio();
        long result = Arithmetic.owed(residual, base, ratio.numerator(), ratio.denominator(), step.strict());
        long allowed = Arithmetic.allowed(base, ratio.numerator(), ratio.denominator(), step.strict());
        return Outcome.of(result, new Bound("allowed", residual, allowed, result > 0));
    }

    private Outcome cap(Operation.Cap cap) {
        long amount = registers[cap.amount()];
        long used = sumOf(cap.used());
        long left = Math.max(0, Math.subtractExact(cap.limit(), used));
        return Outcome.of(Arithmetic.cap(amount, cap.limit(), used), new Bound("limit", amount, left, amount > left));
    }

    private Outcome choose(Operation.Choose choose) {
        long code = registers[choose.code()];
        for (int index = 0; index < choose.branches().size(); index++) {
            Operation.Choose.Branch branch = choose.branches().get(index);
            if (new Guard(choose.code(), branch.codes()).accepts(code)) {
                return new Outcome(branch.register() < 0 ? 0 : registers[branch.register()], null, List.of(), index);
            }
        }
        throw Arithmetic.noBranch(code);
    }
}
