package fangpin.kernel.benefit;

import fangpin.kernel.Text;
import fangpin.kernel.benefit.Operation.Choose.Branch;
import fangpin.kernel.benefit.Operation.Classify.Band;
import fangpin.kernel.benefit.Operation.Classify.ClassName;
import fangpin.kernel.benefit.Operation.Classify.Rule;
import fangpin.kernel.benefit.Operation.Instalments.Group;
import fangpin.kernel.benefit.Operation.Tiers.Method;
import fangpin.kernel.benefit.Operation.Tiers.Origin;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A program drawn from a seed, and cases for it. The first inputs are money, then comes one that may be divided by, the last is a
 * code; any money register may feed any operation, so sums go below 0 and products out of range.
 */
final class RandomProgram {
    private static final Text NAMELESS = new Text("", "");
    private static final long[] PARTS_PER_MILLION = {
        0, 1, 100_000, 272_000, 333_333, 500_000, 800_000, 999_999, 1_000_000, 1_500_000
    };
    private static final long LARGEST = 100_000_000_000_000L;
    /** Codes of cases are 0 to this. */
    private static final int LAST_CODE = 4;

    static final List<Scope> SCOPES =
            List.of(new Scope(List.of()), new Scope(List.of("accident")), new Scope(List.of("accident", "ward")));

    private final Random random;
    private final int inputs;
    /** One program in twenty is fed the whole range of a long. */
    private final boolean wild;

    private final List<Long> bounds = new ArrayList<>(List.of(0L, 1L, 10L));

    RandomProgram(Random random) {
        this.random = random;
        this.inputs = random.nextInt(3, 7);
        this.wild = random.nextInt(20) == 0;
    }

    Program program() {
        int accumulators = random.nextInt(5);
        int own = inputs + accumulators;
        List<Step> steps = new ArrayList<>();
        int count = random.nextInt(1, 12);
        for (int index = 0; index < count; index++) {
            Operation operation = operation(own + index);
            steps.add(Both.step("step" + index, guard(own + index), operation));
        }
        List<String> names = new ArrayList<>();
        for (int index = 0; index < inputs; index++) {
            names.add("in" + index);
        }
        List<Accumulator> running = new ArrayList<>();
        for (int index = 0; index < accumulators; index++) {
            running.add(new Accumulator(
                    "running" + index,
                    NAMELESS,
                    pick(SCOPES),
                    pick(List.of(Accumulator.Keeps.values())),
                    random.nextInt(own + count)));
        }
        return new Program(names, running, steps);
    }

    /** The values of one case: money at and around every bound the program has, and a code. */
    List<Long> values() {
        List<Long> values = new ArrayList<>();
        for (int index = 0; index < divisorInput(); index++) {
            values.add(amount());
        }
        long divisor = Math.abs(amount() % LARGEST);
        values.add(random.nextInt(1_000) == 0 ? -divisor : divisor + 1);
        values.add((long) random.nextInt(LAST_CODE + 1));
        return values;
    }

    private long amount() {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2, 3, 4 -> pick(bounds) + random.nextInt(-1, 2);
            case 5 -> random.nextLong(1_000_000);
            case 6 -> random.nextLong(-LARGEST, LARGEST + 1);
            case 7 -> wild ? random.nextLong() : LARGEST;
            default -> throw new IllegalStateException("drawn beyond the cases");
        };
    }

    private int divisorInput() {
        return inputs - 2;
    }

    private int codeInput() {
        return inputs - 1;
    }

    /** Guards mostly hang on the code; at times on money, whose value must not be taken for a code it is not. */
    private @Nullable Guard guard(int registers) {
        if (random.nextInt(4) != 0) {
            return null;
        }
        int register = random.nextInt(5) == 0 ? random.nextInt(registers) : codeInput();
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code <= LAST_CODE; code++) {
            if (random.nextBoolean()) {
                codes.add(code);
            }
        }
        return new Guard(register, codes);
    }

    private Operation operation(int registers) {
        int amount = random.nextInt(registers);
        return switch (random.nextInt(19)) {
            case 0 -> new Operation.Sum(some(registers, 0));
            case 1 -> new Operation.Subtract(amount, some(registers, 0), random.nextBoolean());
            case 2 -> new Operation.SubtractPayers(amount, some(registers, 0));
            case 3 -> new Operation.MinOf(some(registers, 1));
            case 4 -> new Operation.MaxOf(some(registers, 1));
            case 5 -> new Operation.Trigger(amount, bound(), random.nextBoolean());
            case 6 -> new Operation.Deductible(amount, bound());
            case 7 -> coinsurance(amount);
            case 8, 9 -> tiers(amount);
            case 10 -> new Operation.ResidualToRatio(amount, random.nextInt(registers), ratio(), random.nextBoolean());
            case 11 -> new Operation.Cap(amount, bound(), some(registers, 0));
            case 12 ->
                new Operation.GradeSchedule(random.nextInt(3) == 0 ? amount : codeInput(), bounds(LAST_CODE - 1));
            case 13 ->
                random.nextBoolean()
                        ? new Operation.LumpSum(bound())
                        : new Operation.PerUnit(amount, random.nextLong(-10, 1_000));
            case 14 -> choose(registers);
            case 15 -> new Operation.Share(amount, weights(), random.nextInt(2));
            case 16 -> new Operation.Prorate(amount, random.nextInt(registers), divisorInput(), rounding());
            case 17 -> instalments(amount);
            case 18 -> classify(registers);
            default -> throw new IllegalStateException("drawn beyond the cases");
        };
    }

    private Operation coinsurance(int amount) {
        if (random.nextBoolean()) {
            return new Operation.Coinsurance(amount, null, List.of(ratio()), rounding());
        }
        return new Operation.Coinsurance(amount, codeInput(), List.of(ratio(), ratio(), ratio()), rounding());
    }

    private Operation tiers(int amount) {
        TreeSet<Long> ends = new TreeSet<>();
        int count = random.nextInt(4);
        for (int index = 0; index < count; index++) {
            ends.add(Math.max(1, bound()));
        }
        ends.add(Long.MAX_VALUE);
        List<Tier> tiers = ends.stream().map(end -> new Tier(end, ratio())).toList();
        long deductible = random.nextBoolean() ? 0 : bound();
        ends.forEach(end -> bounds.add(end == Long.MAX_VALUE ? deductible : deductible + end));
        return new Operation.Tiers(
                amount, pick(List.of(Method.values())), pick(List.of(Origin.values())), deductible, tiers, rounding());
    }

    /** Every code of a case in one branch, in a random order of branches. */
    private Operation choose(int registers) {
        List<List<Integer>> codes = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int code = 0; code <= LAST_CODE; code++) {
            pick(codes).add(code);
        }
        return new Operation.Choose(
                codeInput(),
                codes.stream()
                        .map(each -> new Branch(each, random.nextInt(-1, registers)))
                        .toList());
    }

    private List<Long> weights() {
        List<Long> weights = new ArrayList<>();
        int count = random.nextInt(2, 6);
        for (int index = 0; index < count; index++) {
            weights.add(random.nextLong(1, 12));
        }
        return weights;
    }

    private Operation instalments(int amount) {
        long first = random.nextLong(1, Ratio.PPM);
        List<Group> groups = random.nextInt(4) == 0
                ? List.of(new Group(Ratio.WHOLE, random.nextInt(1, 5)))
                : List.of(
                        new Group(Ratio.ofPpm(first), random.nextInt(1, 5)),
                        new Group(Ratio.ofPpm(Ratio.PPM - first), random.nextInt(1, 3)));
        return new Operation.Instalments(amount, random.nextInt(5) == 0 ? amount : codeInput(), groups);
    }

    private Operation classify(int registers) {
        List<Rule> rules = new ArrayList<>();
        int count = random.nextInt(4);
        for (int index = 0; index < count; index++) {
            Band band = random.nextInt(4) == 0
                    ? null
                    : new Band(
                            random.nextInt(registers),
                            random.nextInt(registers),
                            random.nextBoolean() ? ratio() : null,
                            random.nextBoolean() ? ratio() : null);
            rules.add(new Rule(random.nextInt(1, 4), guard(registers), band));
        }
        ClassName nameless = new ClassName("", NAMELESS);
        return new Operation.Classify(List.of(nameless, nameless, nameless), rules, random.nextInt(1, 4));
    }

    private List<Integer> some(int registers, int least) {
        List<Integer> some = new ArrayList<>();
        int count = random.nextInt(least, 5);
        for (int index = 0; index < count; index++) {
            some.add(random.nextInt(registers));
        }
        return some;
    }

    private List<Long> bounds(int count) {
        List<Long> drawn = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            drawn.add(bound());
        }
        return drawn;
    }

    /** A bound of some step, remembered so that cases fall on and beside it. */
    private long bound() {
        long bound = random.nextLong(1L << random.nextInt(1, 47));
        bounds.add(bound);
        return bound;
    }

    private Ratio ratio() {
        return Ratio.ofPpm(PARTS_PER_MILLION[random.nextInt(PARTS_PER_MILLION.length)]);
    }

    private Rounding rounding() {
        return pick(List.of(Rounding.values()));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
