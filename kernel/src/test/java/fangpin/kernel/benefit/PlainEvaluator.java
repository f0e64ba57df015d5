package fangpin.kernel.benefit;

import fangpin.kernel.benefit.Operation.Tiers;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a program means, written a third time from the docstrings of {@link Operation} alone, in decimals without end. Slow and
 * plain; shares nothing with the two executors but the types.
 */
final class PlainEvaluator {
    private final Program program;
    private final List<BigDecimal> registers = new ArrayList<>();
    private BigDecimal largest = BigDecimal.ZERO;

    private PlainEvaluator(Program program) {
        this.program = program;
    }

    /**
     * The figures of one case.
     *
     * @param registers all of them, in the program's order
     * @param after the accumulators after the case
     * @param largest magnitude that any figure or part of one took
     */
    record Figures(List<BigInteger> registers, List<BigInteger> after, BigInteger largest) {}

    static Figures evaluate(Program program, List<Long> inputs, List<Long> before) {
        return new PlainEvaluator(program).run(inputs, before);
    }

    private Figures run(List<Long> inputs, List<Long> before) {
        inputs.forEach(value -> registers.add(seen(BigDecimal.valueOf(value))));
        before.forEach(value -> registers.add(seen(BigDecimal.valueOf(value))));
        for (Step step : program.steps()) {
            Guard when = step.when();
            boolean applies = when == null || codeIsAmong(registers.get(when.register()), when.codes());
            registers.add(applies ? seen(value(step.operation())) : BigDecimal.ZERO);
        }
        List<BigInteger> after = new ArrayList<>();
        for (int index = 0; index < before.size(); index++) {
            Accumulator accumulator = program.accumulators().get(index);
            BigDecimal held = BigDecimal.valueOf(before.get(index));
            BigDecimal followed = registers.get(accumulator.register());
            after.add(seen(switch (accumulator.keeps()) {
                        case SUM -> held.add(followed);
                        case HIGHEST -> held.max(followed);
                    })
                    .toBigIntegerExact());
        }
        return new Figures(
                registers.stream().map(BigDecimal::toBigIntegerExact).toList(), after, largest.toBigInteger());
    }

    private BigDecimal value(Operation operation) {
        return switch (operation) {
            case Operation.Sum sum -> sum(sum.terms());
            case Operation.Subtract subtract -> {
                BigDecimal rest = registers.get(subtract.from()).subtract(sum(subtract.less()));
                yield subtract.floored() ? notBelowZero(rest) : rest;
            }
            case Operation.SubtractPayers payers -> registers.get(payers.from()).subtract(sum(payers.payers()));
            case Operation.MinOf minimum ->
                minimum.values().stream()
                        .map(registers::get)
                        .reduce(BigDecimal::min)
                        .orElseThrow();
            case Operation.MaxOf maximum ->
                maximum.values().stream()
                        .map(registers::get)
                        .reduce(BigDecimal::max)
                        .orElseThrow();
            case Operation.Trigger trigger -> {
                BigDecimal amount = registers.get(trigger.amount());
                int side = amount.compareTo(BigDecimal.valueOf(trigger.line()));
                yield side > 0 || (side == 0 && trigger.reaching()) ? amount : BigDecimal.ZERO;
            }
            case Operation.Deductible deductible ->
                notBelowZero(registers.get(deductible.amount()).subtract(BigDecimal.valueOf(deductible.deductible())));
            case Operation.Coinsurance coinsurance -> {
                BigDecimal amount = registers.get(coinsurance.amount());
                Integer by = coinsurance.by();
                Ratio share = coinsurance.shares().getFirst();
                if (by != null) {
                    int code = registers.get(by).intValueExact();
                    share = code < 1 || code > coinsurance.shares().size()
                            ? Ratio.ZERO
                            : coinsurance.shares().get(code - 1);
                }
                yield rounded(amount.multiply(decimal(share)), coinsurance.rounding());
            }
            case Tiers tiers -> rounded(tiers(tiers), tiers.rounding());
            case Operation.ResidualToRatio residual -> residual(residual);
            case Operation.Cap cap -> {
                BigDecimal left = notBelowZero(BigDecimal.valueOf(cap.limit()).subtract(sum(cap.used())));
                yield registers.get(cap.amount()).min(seen(left));
            }
            case Operation.GradeSchedule grades -> {
                BigDecimal grade = registers.get(grades.grade());
                boolean graded = grade.signum() > 0
                        && grade.compareTo(BigDecimal.valueOf(grades.amounts().size())) <= 0;
                yield graded ? BigDecimal.valueOf(grades.amounts().get(grade.intValueExact() - 1)) : BigDecimal.ZERO;
            }
            case Operation.LumpSum lump -> BigDecimal.valueOf(lump.amount());
            case Operation.PerUnit unit -> registers.get(unit.count()).multiply(BigDecimal.valueOf(unit.rate()));
            case Operation.Share share ->
                parts(registers.get(share.amount()), share.weights()).get(share.part());
            case Operation.Prorate prorate -> {
                BigDecimal denominator = registers.get(prorate.denominator());
                yield denominator.signum() <= 0
                        ? seen(BigDecimal.valueOf(Long.MAX_VALUE))
                        : fraction(
                                registers.get(prorate.amount()).multiply(registers.get(prorate.numerator())),
                                denominator,
                                prorate.rounding());
            }
            case Operation.Instalments instalments -> instalment(instalments);
            case Operation.Classify classify ->
                BigDecimal.valueOf(classify.rules().stream()
                        .filter(this::holds)
                        .map(Operation.Classify.Rule::code)
                        .findFirst()
                        .orElse(classify.otherwise()));
            case Operation.Choose choose ->
                choose.branches().stream()
                        .filter(branch -> codeIsAmong(registers.get(choose.code()), branch.codes()))
                        .map(branch -> branch.register() < 0 ? BigDecimal.ZERO : registers.get(branch.register()))
                        .findFirst()
                        .orElseThrow();
        };
    }

    /** Nothing on an amount not above the deductible; else band by band, or all of it at the share of the band reached. */
    private BigDecimal tiers(Tiers tiers) {
        BigDecimal amount = registers.get(tiers.amount());
        BigDecimal deductible = BigDecimal.valueOf(tiers.deductible());
        BigDecimal above = amount.subtract(deductible);
        if (above.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal counted = switch (tiers.origin()) {
            case ABSOLUTE -> amount;
            case AFTER_DEDUCTIBLE -> above;
        };
        BigDecimal paidFrom = switch (tiers.origin()) {
            case ABSOLUTE -> deductible;
            case AFTER_DEDUCTIBLE -> BigDecimal.ZERO;
        };
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        for (Tier tier : tiers.tiers()) {
            BigDecimal high = tier.upTo() == Long.MAX_VALUE ? counted.max(low) : BigDecimal.valueOf(tier.upTo());
            BigDecimal share = decimal(tier.share());
            switch (tiers.method()) {
                case MARGINAL -> {
                    BigDecimal inBand = notBelowZero(counted.min(high).subtract(low.max(paidFrom)));
                    paid = paid.add(inBand.multiply(share));
                }
                case WHOLE_AMOUNT -> {
                    if (counted.compareTo(low) > 0 && counted.compareTo(high) <= 0) {
                        paid = paid.add(above.multiply(share));
                    }
                }
            }
            low = high;
        }
        return paid;
    }

    /** All parts at once: whole fen first, then one fen each by falling remainder, the earlier part first. */
    private static List<BigDecimal> parts(BigDecimal amount, List<Long> weights) {
        BigInteger total =
                BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        BigInteger magnitude = amount.abs().toBigIntegerExact();
        List<BigInteger> products = weights.stream()
                .map(weight -> magnitude.multiply(BigInteger.valueOf(weight)))
                .toList();
        List<BigInteger> parts = new ArrayList<>(
                products.stream().map(each -> each.divide(total)).toList());
        List<Integer> order = IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer index) -> products.get(index).mod(total))
                        .reversed())
                .toList();
        BigInteger given = parts.stream().reduce(BigInteger.ZERO, BigInteger::add);
        for (int index : order.subList(0, magnitude.subtract(given).intValueExact())) {
            parts.set(index, parts.get(index).add(BigInteger.ONE));
        }
        return parts.stream()
                .map(part -> new BigDecimal(amount.signum() < 0 ? part.negate() : part))
                .toList();
    }

    /** Every instalment in a row, then the one asked for. */
    private BigDecimal instalment(Operation.Instalments step) {
        List<BigDecimal> groups = parts(
                registers.get(step.amount()),
                step.groups().stream().map(group -> group.share().ppm()).toList());
        List<BigDecimal> all = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            List<Long> alike = Collections.nCopies(step.groups().get(group).times(), 1L);
            all.addAll(parts(groups.get(group), alike));
        }
        BigDecimal number = registers.get(step.number());
        return number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(all.size())) > 0
                ? BigDecimal.ZERO
                : all.get(number.intValueExact() - 1);
    }

    private boolean holds(Operation.Classify.Rule rule) {
        Guard when = rule.when();
        if (when != null && !codeIsAmong(registers.get(when.register()), when.codes())) {
            return false;
        }
        Operation.Classify.Band band = rule.band();
        if (band == null) {
            return true;
        }
        Ratio from = band.from();
        if (from != null && registers.get(band.amount()).compareTo(multiple(band, from)) < 0) {
            return false;
        }
        Ratio below = band.below();
        return below == null || registers.get(band.amount()).compareTo(multiple(band, below)) < 0;
    }

    private BigDecimal multiple(Operation.Classify.Band band, Ratio ratio) {
        return seen(registers.get(band.base()).multiply(decimal(ratio)));
    }

    private static BigDecimal fraction(BigDecimal numerator, BigDecimal denominator, Rounding rounding) {
        return numerator.divide(denominator, 0, mode(rounding));
    }

    private BigDecimal residual(Operation.ResidualToRatio step) {
        BigDecimal base = registers.get(step.base());
        if (base.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal bar = base.multiply(decimal(step.ratio()));
        BigDecimal mostBelow = bar.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
        BigDecimal allowed = step.strict() ? notBelowZero(mostBelow) : bar.setScale(0, RoundingMode.FLOOR);
        return notBelowZero(registers.get(step.residual()).subtract(seen(allowed)));
    }

    private BigDecimal sum(List<Integer> terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int term : terms) {
            sum = seen(sum.add(registers.get(term)));
        }
        return sum;
    }

    private BigDecimal seen(BigDecimal value) {
        largest = largest.max(value.abs());
        return value;
    }

    private static boolean codeIsAmong(BigDecimal code, List<Integer> codes) {
        return codes.stream().map(BigDecimal::valueOf).anyMatch(each -> each.compareTo(code) == 0);
    }

    private static BigDecimal notBelowZero(BigDecimal value) {
        return value.max(BigDecimal.ZERO);
    }

    private static BigDecimal decimal(Ratio ratio) {
        return BigDecimal.valueOf(ratio.numerator()).divide(BigDecimal.valueOf(ratio.denominator()));
    }

    /** Magnitudes are rounded, the sign is kept: Java's own modes of these names do so. */
    private static BigDecimal rounded(BigDecimal value, Rounding rounding) {
        return value.setScale(0, mode(rounding));
    }

    private static RoundingMode mode(Rounding rounding) {
        return switch (rounding) {
            case HALF_UP -> RoundingMode.HALF_UP;
            case DOWN -> RoundingMode.DOWN;
            case HALF_EVEN -> RoundingMode.HALF_EVEN;
        };
    }
}
