package fangpin.packs.load;

import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Operation.Tiers;
import fangpin.kernel.benefit.Tier;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.policy.InputColumn;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a step does: exactly one of the closed set of operations. */
final class StepReader {
    private static final String NOTHING = "nothing";

    private final Quantities quantities;
    private final @Nullable Rounding rounding;
    /** Registers of the layers before a payer that pay for the same base. */
    private final Function<Cursor, List<Integer>> layersBefore;

    StepReader(Quantities quantities, @Nullable Rounding rounding, Function<Cursor, List<Integer>> layersBefore) {
        this.quantities = quantities;
        this.rounding = rounding;
        this.layersBefore = layersBefore;
    }

    /** The names of the operations, each with what reads it. */
    private enum Kind {
        SUM,
        SUBTRACT,
        SUBTRACT_PAYERS,
        MIN_OF,
        MAX_OF,
        TRIGGER,
        DEDUCTIBLE,
        COINSURANCE,
        TIERS,
        RESIDUAL_TO_RATIO,
        CAP,
        GRADE_SCHEDULE,
        LUMP_SUM,
        PER_UNIT,
        SHARE,
        PRORATE,
        INSTALMENTS,
        CLASSIFY,
        CHOOSE;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Operation operation(Cursor step) {
        Optional<Kind> found = Optional.empty();
        List<String> accepted = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            accepted.add(kind.key());
            if (step.has(kind.key())) {
                found.ifPresent(first -> twoOperations(step, first, kind));
                found = Optional.of(kind);
            }
        }
        if (found.isEmpty()) {
            // a step left out by an open term says nothing, and an operation misspelt is an unknown key
            if (!step.absent() && !step.hasUnknownKeys()) {
                step.context()
                        .problem(
                                step.place(),
                                Problem.Reason.MISSING_KEY,
                                "",
                                "这一步没有写做什么；可以写：" + String.join("、", accepted) + "。",
                                "The step does not say what it does; accepted are: " + String.join(", ", accepted)
                                        + ".");
            }
            return new Operation.Sum(List.of());
        }
        Cursor body = step.field(found.get().key());
        Operation operation = read(found.get(), body);
        switch (found.get()) {
            case SUM, MIN_OF, MAX_OF -> {}
            case SUBTRACT,
                    SUBTRACT_PAYERS,
                    TRIGGER,
                    DEDUCTIBLE,
                    COINSURANCE,
                    TIERS,
                    RESIDUAL_TO_RATIO,
                    CAP,
                    GRADE_SCHEDULE,
                    LUMP_SUM,
                    PER_UNIT,
                    SHARE,
                    PRORATE,
                    INSTALMENTS,
                    CLASSIFY,
                    CHOOSE -> body.done();
        }
        return operation;
    }

    private static void twoOperations(Cursor step, Kind first, Kind second) {
        step.context()
                .problem(
                        step.keyPlace(second.key()),
                        Problem.Reason.OVERLAP,
                        second.key(),
                        "这一步已写“" + first.key() + "”，不能再写“" + second.key() + "”；一步只做一件事。",
                        "The step already says \"" + first.key() + "\" and cannot also say \"" + second.key()
                                + "\"; one step does one thing.");
    }

    private Operation read(Kind kind, Cursor body) {
        return switch (kind) {
            case SUM -> new Operation.Sum(quantities.list(body));
            case SUBTRACT ->
                new Operation.Subtract(
                        quantity(body, "from"),
                        quantities.list(body.field("less")),
                        body.field("not_below_zero").flag());
            case SUBTRACT_PAYERS ->
                new Operation.SubtractPayers(quantity(body, "from"), layersBefore.apply(body.field("before")));
            case MIN_OF -> new Operation.MinOf(someOf(body));
            case MAX_OF -> new Operation.MaxOf(someOf(body));
            case TRIGGER ->
                new Operation.Trigger(
                        quantity(body, "amount"),
                        fen(body, "line"),
                        body.field("reaching").flag());
            case DEDUCTIBLE -> new Operation.Deductible(quantity(body, "amount"), fen(body, "deductible"));
            case COINSURANCE -> coinsurance(body);
            case TIERS -> tiers(body);
            case RESIDUAL_TO_RATIO ->
                new Operation.ResidualToRatio(
                        quantity(body, "residual"),
                        quantity(body, "of"),
                        Values.ratio(body.field("ratio")),
                        body.field("bound").choice(Bound.values()) == Bound.STRICTLY_BELOW);
            case CAP ->
                new Operation.Cap(
                        quantity(body, "amount"),
                        fen(body, "limit"),
                        body.optional("used").map(quantities::list).orElse(List.of()));
            case GRADE_SCHEDULE -> gradeSchedule(body);
            case LUMP_SUM -> new Operation.LumpSum(fen(body, "amount"));
            case PER_UNIT -> new Operation.PerUnit(quantity(body, "count"), fen(body, "rate"));
            case SHARE -> DivisionReader.share(body, quantity(body, "amount"));
            case PRORATE ->
                new Operation.Prorate(
                        quantity(body, "amount"),
                        quantity(body, "numerator"),
                        quantity(body, "denominator"),
                        rounding(body));
            case INSTALMENTS -> DivisionReader.instalments(body, quantity(body, "amount"), quantity(body, "number"));
            case CLASSIFY -> new ClassReader(quantities).classify(body);
            case CHOOSE -> choose(body);
        };
    }

    private enum Bound {
        STRICTLY_BELOW,
        AT_MOST
    }

    private enum DecreaseOf {
        SUM_INSURED,
        PREVIOUS_GRADE
    }

    private int quantity(Cursor body, String key) {
        return quantities.register(body.field(key));
    }

    private static long fen(Cursor body, String key) {
        return Values.money(body.field(key)).amount();
    }

    private List<Integer> someOf(Cursor body) {
        List<Integer> values = quantities.list(body);
        if (values.isEmpty() && !body.absent()) {
            body.wrongType("至少一个数量", "at least one quantity");
        }
        return values.isEmpty() ? List.of(0) : values;
    }

    private Rounding rounding(Cursor body) {
        Optional<Cursor> own = body.optional("rounding");
        return own.isEmpty() && rounding != null
                ? rounding
                : body.field("rounding").choice(Rounding.values());
    }

    private Operation coinsurance(Cursor body) {
        int amount = quantity(body, "amount");
        Optional<Cursor> by = body.optional("by");
        if (by.isEmpty()) {
            return new Operation.Coinsurance(amount, null, List.of(Values.ratio(body.field("share"))), rounding(body));
        }
        InputColumn column = quantities.code(by.get());
        List<Ratio> shares = new ArrayList<>();
        Cursor table = body.field("shares");
        for (InputColumn.CodeWord code : column.codes()) {
            shares.add(Values.ratio(table.field(code.word())));
        }
        table.done();
        return new Operation.Coinsurance(amount, quantities.registerOf(column), shares, rounding(body));
    }

    private Operation tiers(Cursor body) {
        Tiers.Method method = body.field("method").choice(Tiers.Method.values());
        List<Tier> tiers = TierReader.tiers(body.field("tiers"), method);
        return new Tiers(
                quantity(body, "amount"),
                method,
                body.field("origin").choice(Tiers.Origin.values()),
                body.optional("deductible")
                        .map(cursor -> Values.money(cursor).amount())
                        .orElse(0L),
                tiers,
                rounding(body));
    }

    /** The table of grades from the sum insured and what each grade has less. */
    private Operation gradeSchedule(Cursor body) {
        Cursor gradeName = body.field("grade");
        InputColumn column = quantities.code(gradeName);
        int grades = column.codes().size();
        long sumInsured = fen(body, "sum_insured");
        Ratio decrease = Values.ratio(body.field("decrease"));
        DecreaseOf base = body.field("decrease_of").choice(DecreaseOf.values());
        long minimum = fen(body, "minimum");
        Rounding rounding = rounding(body);
        List<Long> amounts = new ArrayList<>();
        long previous = sumInsured;
        for (int grade = 1; grade <= grades; grade++) {
            amounts.add(Math.max(minimum, previous));
            long less = switch (base) {
                case SUM_INSURED -> share(sumInsured, decrease, rounding);
                case PREVIOUS_GRADE -> share(previous, decrease, rounding);
            };
            previous = Math.max(0, previous - less);
        }
        return new Operation.GradeSchedule(quantities.registerOf(column), amounts);
    }

    private static long share(long amount, Ratio ratio, Rounding rounding) {
        long product = amount * ratio.numerator();
        return rounding.round(product / ratio.denominator(), product % ratio.denominator(), ratio.denominator());
    }

    private Operation choose(Cursor body) {
        Cursor by = body.field("by");
        InputColumn column = quantities.code(by);
        List<Operation.Choose.Branch> branches = new ArrayList<>();
        java.util.Map<Integer, Cursor> taken = new java.util.HashMap<>();
        for (Cursor item : body.field("branches").items()) {
            List<Integer> codes = new ArrayList<>();
            for (Cursor word : item.field("codes").items()) {
                int code = quantities.codeOf(column, word);
                Cursor before = code == 0 ? null : taken.putIfAbsent(code, item);
                if (before != null) {
                    overlap(word, before, item);
                } else if (code != 0) {
                    codes.add(code);
                }
            }
            branches.add(new Operation.Choose.Branch(codes, taken(item.field("take"))));
            item.optional("clause").ifPresent(Cursor::word);
            item.done();
        }
        List<Integer> rest = new ArrayList<>();
        for (int code = 0; code <= column.codes().size(); code++) {
            if (!taken.containsKey(code)) {
                rest.add(code);
            }
        }
        Optional<Cursor> otherwise = body.optional("otherwise");
        boolean open = column.open() || column.optional() || rest.size() > 1;
        if (otherwise.isPresent()) {
            branches.add(new Operation.Choose.Branch(rest, taken(otherwise.get())));
        } else if (open && !column.codes().isEmpty()) {
            body.context()
                    .problem(
                            body.place(),
                            Problem.Reason.GAP,
                            column.name(),
                            "“" + column.name() + "”还有取值没有分支；补全 branches 或写 otherwise。",
                            "Some values of \"" + column.name()
                                    + "\" have no branch; complete the branches or state otherwise.");
        } else {
            branches.add(new Operation.Choose.Branch(rest, -1));
        }
        return new Operation.Choose(quantities.registerOf(column), branches);
    }

    private static void overlap(Cursor word, Cursor first, Cursor second) {
        String clauses = first.optional("clause").map(Cursor::word).orElse("") + " / "
                + second.optional("clause").map(Cursor::word).orElse("");
        word.context()
                .problem(
                        word.place(),
                        Problem.Reason.OVERLAP,
                        word.word(),
                        "“" + word.word() + "”同时落在两条规则里（" + clauses + "，" + first.place() + "）；一种情形只能有一条规则。",
                        "Two rules claim \"" + word.word() + "\" (" + clauses + ", " + first.place()
                                + "); one case may have one rule.");
    }

    private int taken(Cursor take) {
        return take.absent() || take.word().equals(NOTHING) ? -1 : quantities.register(take);
    }

    /** {@code {kind: [death, disability]}}. */
    static Guard guard(Cursor when, Quantities quantities) {
        List<Cursor.Entry> entries = when.entries();
        if (entries.size() != 1) {
            when.wrongType("一列代码及其取值，如 {kind: [death]}", "one code column and its words, such as {kind: [death]}");
            return new Guard(0, List.of());
        }
        Cursor.Entry entry = entries.getFirst();
        InputColumn column = quantities.code(entry.word());
        List<Integer> codes = entry.value().items().stream()
                .map(word -> quantities.codeOf(column, word))
                .toList();
        return new Guard(quantities.registerOf(column), codes);
    }
}
