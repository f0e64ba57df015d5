package fangpin.kernel.floor;

import fangpin.kernel.ClauseId;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.floor.FloorAnswer.Bound;
import fangpin.kernel.floor.FloorAnswer.Content;
import fangpin.kernel.floor.FloorAnswer.Part;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Fraction;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.FloorQuantity;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Published;
import fangpin.kernel.policy.Published.Source;
import fangpin.kernel.settlement.Settlement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds what a pack's own rules answer to a quantity. */
public final class FloorAnswers {
    private FloorAnswers() {}

    /**
     * The answer of one entry that a pack publishes.
     *
     * @param example what the worked case of the entry came to, in order; empty if it names none or it did not run
     */
    public static FloorAnswer of(PolicyPack pack, Published published, List<Settlement> example) {
        return switch (published.source()) {
            case Source.PremiumOf source ->
                ofProduct(
                        pack,
                        published,
                        source.product(),
                        product -> answer(
                                published,
                                product.premium().clause(),
                                single(Fraction.of(product.premium().amount()))));
            case Source.StepOf source ->
                ofProduct(pack, published, source.product(), product -> ofStep(published, product, source.step()));
            case Source.InsuredBy source ->
                ofProduct(pack, published, source.product(), product -> insured(published, product));
            case Source.PeriodOf source ->
                ofProduct(
                        pack,
                        published,
                        source.product(),
                        product -> answer(published, source.clause(), new Content.Days(product.period())));
            case Source.CoverOf source ->
                ofProduct(
                        pack,
                        published,
                        source.product(),
                        product -> answer(published, product.clause(), new Content.Present()));
            case Source.Stated source -> answer(published, source.clause(), new Content.Present());
            case Source.GroupsStated source -> answer(published, source.clause(), new Content.Groups(source.groups()));
            case Source.Quotient source ->
                answer(
                        published,
                        source.clause(),
                        single(new Fraction(source.amount().amount(), source.count())));
            case Source.Example source -> answer(published, source.clause(), worked(published.quantity(), example));
        };
    }

    private static FloorAnswer answer(Published published, ClauseId clause, Content content) {
        return new FloorAnswer(published, List.of(clause), content);
    }

    /** A product that is withheld answers nothing. */
    private static FloorAnswer ofProduct(
            PolicyPack pack, Published published, String id, Function<Product, FloorAnswer> answer) {
        return pack.product(id).map(answer).orElse(new FloorAnswer(published, List.of(), new Content.Nothing()));
    }

    private static Content single(Fraction amount) {
        return new Content.Amounts(List.of(new Part("", amount)), Bound.EXACT);
    }

    private static FloorAnswer insured(Published published, Product product) {
        List<CoverRule> rules = product.cover().stream()
                .filter(rule -> rule.answer() == CoverRule.Answer.YES)
                .toList();
        return new FloorAnswer(
                published,
                rules.stream().map(CoverRule::clause).distinct().toList(),
                new Content.Groups(rules.stream()
                        .map(rule -> new Floor.Group(rule.category(), rule.name()))
                        .toList()));
    }

    // ---------------------------------------------------------------------------------------------------------- steps

    private static FloorAnswer ofStep(Published published, Product product, String id) {
        return product.program().steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .flatMap(step -> held(step).map(held -> answer(published, step.clause(), held.content())))
                .orElseThrow(() -> new IllegalArgumentException("no figure in step " + id));
    }

    /** Whether a step holds figures of a kind; sums and the like only pass on those of other steps. */
    public static boolean fits(Step step, FloorQuantity.Kind kind) {
        return held(step).filter(held -> held.kinds().contains(kind)).isPresent();
    }

    /** The figures of a step, and what they may be taken for. */
    private record Held(List<FloorQuantity.Kind> kinds, Content content) {}

    private static Optional<Held> held(Step step) {
        return switch (step.operation()) {
            case Operation.Cap cap -> money(cap.limit());
            case Operation.Deductible deductible -> money(deductible.deductible());
            case Operation.Trigger trigger -> money(trigger.line());
            case Operation.LumpSum sum -> money(sum.amount());
            case Operation.PerUnit unit -> money(unit.rate());
            case Operation.GradeSchedule schedule ->
                Optional.of(new Held(List.of(FloorQuantity.Kind.MONEY), grades(schedule.amounts())));
            case Operation.ResidualToRatio left ->
                share(left.ratio().complement(), left.strict() ? Bound.ABOVE : Bound.AT_LEAST);
            case Operation.Coinsurance share ->
                share.by() == null ? share(share.shares().getFirst(), Bound.EXACT) : several();
            case Operation.Tiers _ -> several();
            case Operation.Sum _,
                    Operation.Subtract _,
                    Operation.SubtractPayers _,
                    Operation.MinOf _,
                    Operation.MaxOf _,
                    Operation.Share _,
                    Operation.Prorate _,
                    Operation.Instalments _,
                    Operation.Classify _,
                    Operation.Choose _ -> Optional.empty();
        };
    }

    private static Optional<Held> several() {
        return Optional.of(
                new Held(List.of(FloorQuantity.Kind.MONEY, FloorQuantity.Kind.SHARE), new Content.Several()));
    }

    private static Optional<Held> money(long fen) {
        return Optional.of(new Held(List.of(FloorQuantity.Kind.MONEY), single(Fraction.of(new Fen(fen)))));
    }

    private static Optional<Held> share(Ratio share, Bound bound) {
        return Optional.of(new Held(
                List.of(FloorQuantity.Kind.SHARE),
                new Content.Amounts(List.of(new Part("", Fraction.of(share))), bound)));
    }

    private static Content grades(List<Long> amounts) {
        return new Content.Amounts(
                IntStream.range(0, amounts.size())
                        .mapToObj(index ->
                                new Part(Integer.toString(index + 1), Fraction.of(new Fen(amounts.get(index)))))
                        .toList(),
                Bound.EXACT);
    }

    // ------------------------------------------------------------------------------------------------------- examples

    /** Quantities that a worked case can answer, being the result of bills and no figure of a rule. */
    public static boolean workedOut(FloorQuantity quantity) {
        return quantity == FloorQuantity.MEDICAL_REIMBURSED_SHARE || quantity == FloorQuantity.MEDICAL_SELF_PAYMENT;
    }

    private static Content worked(FloorQuantity quantity, List<Settlement> example) {
        List<Part> parts =
                quantity == FloorQuantity.MEDICAL_SELF_PAYMENT ? selfPayments(example) : sharesReimbursed(example);
        return parts.isEmpty() ? new Content.Nothing() : new Content.Amounts(parts, Bound.EXACT);
    }

    private static List<Part> selfPayments(List<Settlement> example) {
        return example.stream()
                .map(one -> new Part(one.input().caseId(), Fraction.of(one.bucket("self"))))
                .toList();
    }

    /** Of each person's eligible cost over all bills, the part that the person does not pay. */
    private static List<Part> sharesReimbursed(List<Settlement> example) {
        Map<String, Long> eligible = new LinkedHashMap<>();
        Map<String, Long> paid = new LinkedHashMap<>();
        for (Settlement one : example) {
            String person = one.input().personId();
            long cost = one.explanation().value(one.product().program().inputs().indexOf("eligible_cost"));
            eligible.merge(person, cost, Math::addExact);
            paid.merge(person, Math.subtractExact(cost, one.bucket("self").amount()), Math::addExact);
        }
        List<Part> parts = new ArrayList<>();
        eligible.forEach((person, cost) -> {
            if (cost > 0) {
                parts.add(new Part(person, new Fraction(paid.getOrDefault(person, 0L), cost)));
            }
        });
        return parts;
    }
}
