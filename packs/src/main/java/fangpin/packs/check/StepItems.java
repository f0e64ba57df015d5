package fangpin.packs.check;

import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.InputColumn;
import fangpin.packs.check.CoverageItem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What there is to reach in the steps of a product or programme, and what one run of a step reached. */
final class StepItems {
    private final Calculation calculation;
    private final Grain grain;

    StepItems(Calculation calculation) {
        this.calculation = calculation;
        this.grain = new Grain(calculation);
    }

    List<CoverageItem> expected() {
        List<CoverageItem> items = new ArrayList<>();
        for (Step step : calculation.program().steps()) {
            items.add(item(Kind.STEP, step, ""));
            if (step.when() != null) {
                items.add(item(Kind.KEPT_OUT, step, ""));
            }
            branches(step.operation()).forEach(branch -> items.add(item(Kind.BRANCH, step, branch)));
            boolean fine = grain.any(step.operation().operands());
            for (String bound : bounds(step.operation())) {
                items.add(item(fine ? Kind.FEN_BELOW : Kind.BELOW, step, bound));
                items.add(item(Kind.AT, step, bound));
                items.add(item(fine ? Kind.FEN_ABOVE : Kind.ABOVE, step, bound));
            }
        }
        return items;
    }

    List<CoverageItem> reached(StepTrace trace) {
        Step step = trace.step();
        if (!trace.applied()) {
            return List.of(item(Kind.KEPT_OUT, step, ""));
        }
        List<CoverageItem> items = new ArrayList<>();
        items.add(item(Kind.STEP, step, ""));
        List<String> branches = branches(step.operation());
        if (trace.branch() >= 0 && trace.branch() < branches.size()) {
            items.add(item(Kind.BRANCH, step, branches.get(trace.branch())));
        }
        for (StepTrace.Bound bound : trace.bounds()) {
            for (Kind side : sides(bound.distance())) {
                items.add(item(side, step, bound.name()));
            }
        }
        return items;
    }

    private static List<Kind> sides(long distance) {
        if (distance == 0) {
            return List.of(Kind.AT);
        }
        if (distance < 0) {
            return distance == -1 ? List.of(Kind.BELOW, Kind.FEN_BELOW) : List.of(Kind.BELOW);
        }
        return distance == 1 ? List.of(Kind.ABOVE, Kind.FEN_ABOVE) : List.of(Kind.ABOVE);
    }

    private CoverageItem item(Kind kind, Step step, String detail) {
        return new CoverageItem(calculation.id(), kind, step.id(), detail);
    }

    /** The names of an operation's bounds, as its trace gives them. */
    private List<String> bounds(Operation operation) {
        return switch (operation) {
            case Operation.Subtract subtract -> subtract.floored() ? List.of("zero") : List.of();
            case Operation.MinOf least ->
                names(least.values().subList(1, least.values().size()));
            case Operation.MaxOf greatest ->
                names(greatest.values().subList(1, greatest.values().size()));
            case Operation.Trigger _ -> List.of("line");
            case Operation.Deductible _ -> List.of("deductible");
            case Operation.Tiers tiers -> tierBounds(tiers);
            case Operation.ResidualToRatio _ -> List.of("allowed");
            case Operation.Cap _ -> List.of("limit");
            case Operation.Classify classify -> multiples(classify);
            case Operation.Sum _,
                    Operation.SubtractPayers _,
                    Operation.Coinsurance _,
                    Operation.GradeSchedule _,
                    Operation.LumpSum _,
                    Operation.PerUnit _,
                    Operation.Share _,
                    Operation.Prorate _,
                    Operation.Instalments _,
                    Operation.Choose _ -> List.of();
        };
    }

    private static List<String> multiples(Operation.Classify classify) {
        List<String> bounds = new ArrayList<>();
        for (int rule = 1; rule <= classify.rules().size(); rule++) {
            Operation.Classify.Band band = classify.rules().get(rule - 1).band();
            if (band != null && band.from() != null) {
                bounds.add("from-" + rule);
            }
            if (band != null && band.below() != null) {
                bounds.add("below-" + rule);
            }
        }
        return bounds;
    }

    private static List<String> tierBounds(Operation.Tiers tiers) {
        List<String> bounds = new ArrayList<>();
        if (tiers.deductible() > 0) {
            bounds.add("deductible");
        }
        for (int tier = 1; tier < tiers.tiers().size(); tier++) {
            bounds.add("tier-" + tier);
        }
        return bounds;
    }

    /** The names of an operation's branches, in the order of its trace; none if there is nothing to choose. */
    private List<String> branches(Operation operation) {
        return switch (operation) {
            case Operation.MinOf least -> several(names(least.values()));
            case Operation.MaxOf greatest -> several(names(greatest.values()));
            case Operation.Coinsurance share -> {
                Integer by = share.by();
                yield by == null ? List.of() : words(by, share.shares().size());
            }
            case Operation.Tiers tiers ->
                several(IntStream.rangeClosed(1, tiers.tiers().size())
                        .mapToObj(tier -> "tier-" + tier)
                        .toList());
            case Operation.GradeSchedule grades ->
                words(grades.grade(), grades.amounts().size());
            case Operation.Instalments instalments ->
                several(instalments.groups().stream()
                        .map(group -> group.share() + " x " + group.times())
                        .toList());
            case Operation.Classify classify -> classes(classify);
            case Operation.Choose choose ->
                choose.branches().stream()
                        .map(branch -> String.join(
                                "/",
                                branch.codes().stream()
                                        .map(code -> word(choose.code(), code))
                                        .toList()))
                        .toList();
            case Operation.Sum _,
                    Operation.Subtract _,
                    Operation.SubtractPayers _,
                    Operation.Trigger _,
                    Operation.Deductible _,
                    Operation.ResidualToRatio _,
                    Operation.Cap _,
                    Operation.LumpSum _,
                    Operation.PerUnit _,
                    Operation.Share _,
                    Operation.Prorate _ -> List.of();
        };
    }

    /** The class of each rule with the rule's number, then the class that is left. */
    private static List<String> classes(Operation.Classify classify) {
        List<String> classes = new ArrayList<>();
        for (Operation.Classify.Rule rule : classify.rules()) {
            classes.add(classes.size() + 1 + " "
                    + classify.classes().get(rule.code() - 1).word());
        }
        classes.add("- " + classify.classes().get(classify.otherwise() - 1).word());
        return classes;
    }

    private static List<String> several(List<String> names) {
        return names.size() > 1 ? names : List.of();
    }

    private List<String> names(List<Integer> registers) {
        return registers.stream().map(calculation.program()::name).toList();
    }

    private List<String> words(int register, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(code -> word(register, code))
                .toList();
    }

    /** A code's word; {@code -} for words that are not listed, and for none. */
    private String word(int register, int code) {
        String name = calculation.program().name(register);
        return calculation.inputs().stream()
                .filter(column -> column.name().equals(name))
                .map(InputColumn::codes)
                .filter(codes -> code >= 1 && code <= codes.size())
                .map(codes -> codes.get(code - 1).word())
                .findFirst()
                .orElse("-");
    }
}
