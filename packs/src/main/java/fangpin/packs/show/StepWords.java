package fangpin.packs.show;

import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.benefit.Tier;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.InputColumn;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a step does, in plain words with the names and figures of the pack. */
final class StepWords {
    private final Calculation calculation;
    private final Wording wording;

    StepWords(Calculation calculation, Wording wording) {
        this.calculation = calculation;
        this.wording = wording;
    }

    String rule(Step step) {
        Guard when = step.when();
        String what = operation(step.operation());
        return when == null
                ? what
                : wording.text("when", label(when.register()), codes(when.register(), when.codes()), what);
    }

    private String operation(Operation operation) {
        return switch (operation) {
            case Operation.Sum sum -> String.join(" + ", names(sum.terms()));
            case Operation.Subtract subtract ->
                wording.text(
                        subtract.floored() ? "op.subtract-floored" : "op.subtract",
                        String.join(" − ", names(subtract.operands())));
            case Operation.SubtractPayers payers ->
                wording.text("op.subtract-payers", name(payers.from()), wording.list(names(payers.payers())));
            case Operation.MinOf least -> extreme("op.least", least.values());
            case Operation.MaxOf greatest -> extreme("op.greatest", greatest.values());
            case Operation.Trigger trigger ->
                wording.text(
                        trigger.reaching() ? "op.trigger-reaching" : "op.trigger-passing",
                        name(trigger.amount()),
                        money(trigger.line()));
            case Operation.Deductible deductible ->
                wording.text("op.deductible", name(deductible.amount()), money(deductible.deductible()));
            case Operation.Coinsurance share -> share(share);
            case Operation.Tiers tiers -> tiers(tiers);
            case Operation.ResidualToRatio residual ->
                wording.text(
                        residual.strict() ? "op.below-ratio" : "op.within-ratio",
                        name(residual.residual()),
                        name(residual.base()),
                        residual.ratio());
            case Operation.Cap cap ->
                cap.used().isEmpty()
                        ? wording.text("op.cap", name(cap.amount()), money(cap.limit()))
                        : wording.text(
                                "op.cap-used", name(cap.amount()), money(cap.limit()), wording.list(names(cap.used())));
            case Operation.GradeSchedule grades -> wording.text("op.by", label(grades.grade()), amounts(grades));
            case Operation.LumpSum lump -> money(lump.amount());
            case Operation.PerUnit unit -> wording.text("op.per-unit", name(unit.count()), money(unit.rate()));
            case Operation.Share share ->
                wording.text(
                        "op.part",
                        name(share.amount()),
                        ratio(share),
                        share.weights().get(share.part()));
            case Operation.Prorate prorate ->
                wording.text(
                        "op.prorate",
                        name(prorate.amount()),
                        name(prorate.numerator()),
                        name(prorate.denominator()),
                        wording.text("rounding." + RuleWords.key(prorate.rounding())));
            case Operation.Instalments instalments -> instalments(instalments);
            case Operation.Classify classify -> classify(classify);
            case Operation.Choose choose -> choose(choose);
        };
    }

    private static String ratio(Operation.Share share) {
        return share.weights().stream().map(String::valueOf).collect(Collectors.joining(":"));
    }

    private String instalments(Operation.Instalments instalments) {
        List<String> groups = instalments.groups().stream()
                .map(group -> wording.text("op.instalments-of", group.share(), group.times()))
                .toList();
        return wording.text(
                "op.instalments", name(instalments.amount()), wording.list(groups), label(instalments.number()));
    }

    private String classify(Operation.Classify classify) {
        List<String> rules = new ArrayList<>();
        for (Operation.Classify.Rule rule : classify.rules()) {
            rules.add(wording.text("op.class", conditions(rule), className(classify, rule.code())));
        }
        rules.add(wording.text("op.class-otherwise", className(classify, classify.otherwise())));
        return String.join(wording.text("op.class-separator"), rules);
    }

    private String className(Operation.Classify classify, int code) {
        return wording.text(
                "name", wording.text(classify.classes().get(code - 1).name()));
    }

    private String conditions(Operation.Classify.Rule rule) {
        List<String> conditions = new ArrayList<>();
        Guard when = rule.when();
        if (when != null) {
            conditions.add(wording.text("op.class-when", label(when.register()), codes(when.register(), when.codes())));
        }
        Operation.Classify.Band band = rule.band();
        if (band != null && band.from() != null) {
            conditions.add(wording.text("op.class-from", name(band.amount()), name(band.base()), band.from()));
        }
        if (band != null && band.below() != null) {
            conditions.add(wording.text("op.class-below", name(band.amount()), name(band.base()), band.below()));
        }
        return wording.list(conditions);
    }

    private String extreme(String key, List<Integer> values) {
        return values.size() == 1 ? name(values.getFirst()) : wording.text(key, wording.list(names(values)));
    }

    private String share(Operation.Coinsurance share) {
        String rounding = wording.text("rounding." + RuleWords.key(share.rounding()));
        Integer by = share.by();
        if (by == null) {
            return wording.text("op.share", name(share.amount()), share.shares().getFirst(), rounding);
        }
        List<String> shares = new ArrayList<>();
        for (int code = 1; code <= share.shares().size(); code++) {
            shares.add(wording.text("op.entry", code(by, code), share.shares().get(code - 1)));
        }
        return wording.text("op.share-by", name(share.amount()), label(by), wording.list(shares), rounding);
    }

    private String tiers(Operation.Tiers tiers) {
        List<String> bands = new ArrayList<>();
        long low = 0;
        for (Tier tier : tiers.tiers()) {
            bands.add(
                    tier.upTo() == Long.MAX_VALUE
                            ? wording.text("op.band-above", money(low), tier.share())
                            : wording.text("op.band", money(low), money(tier.upTo()), tier.share()));
            low = tier.upTo();
        }
        return wording.text(
                "op.tiers",
                name(tiers.amount()),
                tiers.deductible() == 0 ? "" : wording.text("op.tiers-deductible", money(tiers.deductible())),
                wording.text("op.tiers-" + RuleWords.key(tiers.origin())),
                wording.text("op.tiers-" + RuleWords.key(tiers.method())),
                wording.list(bands),
                wording.text("rounding." + RuleWords.key(tiers.rounding())));
    }

    private String amounts(Operation.GradeSchedule grades) {
        List<String> amounts = new ArrayList<>();
        for (int grade = 1; grade <= grades.amounts().size(); grade++) {
            amounts.add(wording.text(
                    "op.entry",
                    code(grades.grade(), grade),
                    money(grades.amounts().get(grade - 1))));
        }
        return wording.list(amounts);
    }

    private String choose(Operation.Choose choose) {
        List<String> branches = new ArrayList<>();
        for (Operation.Choose.Branch branch : choose.branches()) {
            branches.add(wording.text(
                    "op.entry",
                    codes(choose.code(), branch.codes()),
                    branch.register() < 0 ? wording.text("op.nothing") : name(branch.register())));
        }
        return wording.text("op.by", label(choose.code()), wording.list(branches));
    }

    // ---------------------------------------------------------------------------------------------------------- names

    private List<String> names(List<Integer> registers) {
        return registers.stream().map(this::name).toList();
    }

    private String name(int register) {
        return wording.text("name", label(register));
    }

    /** What the pack calls a quantity, in the language of the page. */
    private String label(int register) {
        int accumulator = register - calculation.program().inputs().size();
        int step = accumulator - calculation.program().accumulators().size();
        if (step >= 0) {
            return wording.text(calculation.program().steps().get(step).name());
        }
        if (accumulator >= 0) {
            Accumulator one = calculation.program().accumulators().get(accumulator);
            return wording.text(one.name());
        }
        return column(register)
                .map(column -> wording.text(column.label()))
                .orElse(calculation.program().name(register));
    }

    private Optional<InputColumn> column(int register) {
        String name = calculation.program().name(register);
        return calculation.inputs().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    private String codes(int register, List<Integer> codes) {
        return wording.list(codes.stream().map(code -> code(register, code)).toList());
    }

    private String code(int register, int code) {
        return column(register)
                .map(InputColumn::codes)
                .filter(words -> code >= 1 && code <= words.size())
                .map(words -> words.get(code - 1))
                .map(word -> wording.code(word.word(), word.zh()))
                .orElse(wording.text("op.unlisted"));
    }

    private String money(long fen) {
        return wording.text("money", new Fen(fen).readable());
    }
}
