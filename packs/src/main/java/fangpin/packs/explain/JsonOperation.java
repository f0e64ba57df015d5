package fangpin.packs.explain;

import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Tier;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What a step does and with which parameters of the pack, as JSON: amounts in yuan, shares as exact fractions. */
final class JsonOperation {
    private final Program program;
    private final JsonGenerator out;

    JsonOperation(Program program, JsonGenerator out) {
        this.program = program;
        this.out = out;
    }

    void write(Operation operation) {
        out.writeStringProperty("operation", name(operation));
        out.writeObjectPropertyStart("parameters");
        parameters(operation);
        out.writeEndObject();
    }

    /** The name that packs use. */
    private static String name(Operation operation) {
        return switch (operation) {
            case Operation.Sum _ -> "sum";
            case Operation.Subtract _ -> "subtract";
            case Operation.SubtractPayers _ -> "subtract_payers";
            case Operation.MinOf _ -> "min_of";
            case Operation.MaxOf _ -> "max_of";
            case Operation.Trigger _ -> "trigger";
            case Operation.Deductible _ -> "deductible";
            case Operation.Coinsurance _ -> "coinsurance";
            case Operation.Tiers _ -> "tiers";
            case Operation.ResidualToRatio _ -> "residual_to_ratio";
            case Operation.Cap _ -> "cap";
            case Operation.GradeSchedule _ -> "grade_schedule";
            case Operation.LumpSum _ -> "lump_sum";
            case Operation.PerUnit _ -> "per_unit";
            case Operation.Share _ -> "share";
            case Operation.Prorate _ -> "prorate";
            case Operation.Instalments _ -> "instalments";
            case Operation.Classify _ -> "classify";
            case Operation.Choose _ -> "choose";
        };
    }

    private void parameters(Operation operation) {
        switch (operation) {
            case Operation.Subtract subtract -> out.writeBooleanProperty("floored", subtract.floored());
            case Operation.Trigger trigger -> {
                money("line", trigger.line());
                out.writeBooleanProperty("reaching", trigger.reaching());
            }
            case Operation.Deductible deductible -> money("deductible", deductible.deductible());
            case Operation.Coinsurance coinsurance -> coinsurance(coinsurance);
            case Operation.Tiers tiers -> tiers(tiers);
            case Operation.ResidualToRatio residual -> {
                out.writeStringProperty("ratio", Amounts.fraction(residual.ratio()));
                out.writeBooleanProperty("strict", residual.strict());
            }
            case Operation.Cap cap -> money("limit", cap.limit());
            case Operation.GradeSchedule grades -> amounts(grades.amounts());
            case Operation.LumpSum lump -> money("amount", lump.amount());
            case Operation.PerUnit unit -> money("rate", unit.rate());
            case Operation.Share share -> {
                out.writeStringProperty("parts", Divisions.ratio(share));
                out.writeNumberProperty("part", share.part() + 1);
            }
            case Operation.Prorate prorate -> out.writeStringProperty("rounding", rounding(prorate.rounding()));
            case Operation.Instalments instalments -> instalments(instalments);
            case Operation.Classify classify -> classify(classify);
            case Operation.Choose choose -> choose(choose);
            case Operation.Sum _, Operation.SubtractPayers _, Operation.MinOf _, Operation.MaxOf _ -> {}
        }
    }

    private void instalments(Operation.Instalments instalments) {
        out.writeArrayPropertyStart("schedule");
        for (Operation.Instalments.Group group : instalments.groups()) {
            out.writeStartObject();
            out.writeStringProperty("share", Amounts.fraction(group.share()));
            out.writeNumberProperty("times", group.times());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void classify(Operation.Classify classify) {
        out.writeArrayPropertyStart("rules");
        for (Operation.Classify.Rule rule : classify.rules()) {
            out.writeStartObject();
            out.writeStringProperty(
                    "class", classify.classes().get(rule.code() - 1).word());
            Guard when = rule.when();
            if (when != null) {
                out.writeStringProperty("column", program.name(when.register()));
                codes(when.codes());
            }
            Operation.Classify.Band band = rule.band();
            if (band != null) {
                out.writeStringProperty("amount", program.name(band.amount()));
                out.writeStringProperty("of", program.name(band.base()));
                multiple("from", band.from());
                multiple("below", band.below());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringProperty(
                "otherwise", classify.classes().get(classify.otherwise() - 1).word());
    }

    private void multiple(String name, @Nullable Ratio multiple) {
        if (multiple != null) {
            out.writeStringProperty(name, Amounts.fraction(multiple));
        }
    }

    private void codes(List<Integer> codes) {
        out.writeArrayPropertyStart("codes");
        codes.forEach(out::writeNumber);
        out.writeEndArray();
    }

    private void coinsurance(Operation.Coinsurance coinsurance) {
        out.writeArrayPropertyStart("shares");
        for (Ratio share : coinsurance.shares()) {
            out.writeString(Amounts.fraction(share));
        }
        out.writeEndArray();
        out.writeStringProperty("rounding", rounding(coinsurance.rounding()));
    }

    private void tiers(Operation.Tiers tiers) {
        out.writeStringProperty(
                "method",
                switch (tiers.method()) {
                    case MARGINAL -> "marginal";
                    case WHOLE_AMOUNT -> "whole-amount";
                });
        out.writeStringProperty(
                "origin",
                switch (tiers.origin()) {
                    case ABSOLUTE -> "absolute";
                    case AFTER_DEDUCTIBLE -> "after-deductible";
                });
        money("deductible", tiers.deductible());
        out.writeArrayPropertyStart("tiers");
        for (Tier tier : tiers.tiers()) {
            out.writeStartObject();
            if (tier.upTo() == Long.MAX_VALUE) {
                out.writeNullProperty("up_to");
            } else {
                money("up_to", tier.upTo());
            }
            out.writeStringProperty("share", Amounts.fraction(tier.share()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringProperty("rounding", rounding(tiers.rounding()));
    }

    private void amounts(List<Long> amounts) {
        out.writeArrayPropertyStart("amounts");
        for (long amount : amounts) {
            out.writeString(Amounts.yuan(amount));
        }
        out.writeEndArray();
    }

    private void choose(Operation.Choose choose) {
        out.writeArrayPropertyStart("branches");
        for (Operation.Choose.Branch branch : choose.branches()) {
            out.writeStartObject();
            codes(branch.codes());
            if (branch.register() < 0) {
                out.writeNullProperty("takes");
            } else {
                out.writeStringProperty("takes", program.name(branch.register()));
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void money(String name, long fen) {
        out.writeStringProperty(name, Amounts.yuan(fen));
    }

    static String rounding(Rounding rounding) {
        return switch (rounding) {
            case HALF_UP -> "half-up";
            case DOWN -> "down";
            case HALF_EVEN -> "half-even";
        };
    }
}
