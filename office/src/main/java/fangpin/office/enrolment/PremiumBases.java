package fangpin.office.enrolment;

import fangpin.kernel.allocation.HeadcountBase;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumLine;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Premium;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 各险种的参保人数: products of one pack may insure different people under one measure (such as "insured"); then each is charged for its own
 * people only, and not for all who are insured by any of them.
 */
final class PremiumBases {
    /** Between the measure of the pack and the product whose people are counted; no id of a pack has it. */
    private static final String OF = "/";

    private PremiumBases() {}

    /** Whether somebody who is insured by name would be charged by days (reading R10): then headcounts alone do not give the premium. */
    static boolean anyByDays(PolicyPack pack, PremiumFunding funding) {
        List<Measure> stated = StatedFigures.stated(funding);
        return funding.measures().stream()
                .filter(measure -> !stated.contains(measure))
                .flatMap(measure -> products(funding, measure.id()).stream())
                .flatMap(product -> pack.product(product).stream())
                .anyMatch(product -> product.premium().addedInYear() == Premium.AddedInYear.BY_DAYS);
    }

    /** Whom a product insures, by category. */
    static Set<String> insured(PolicyPack pack, String product) {
        return pack.product(product).stream()
                .flatMap(one -> one.cover().stream())
                .map(CoverRule::category)
                .collect(Collectors.toSet());
    }

    /** The same funding; lines that share a measure and insure different people get a measure each. */
    static PremiumFunding apart(PremiumFunding funding, Function<String, Set<String>> insured) {
        List<Measure> measures = new ArrayList<>(funding.measures());
        List<PremiumLine> lines = new ArrayList<>();
        for (PremiumLine line : funding.lines()) {
            boolean alike = funding.lines().stream()
                    .filter(other -> other.base().measure().equals(line.base().measure()))
                    .allMatch(other -> insured.apply(other.product()).equals(insured.apply(line.product())));
            // a share of a population without names is stated, whoever is insured by it
            if (alike || !line.base().share().equals(Ratio.WHOLE)) {
                lines.add(line);
                continue;
            }
            String own = line.base().measure() + OF + line.product();
            funding.measures().stream()
                    .filter(measure -> measure.id().equals(line.base().measure()))
                    .map(measure -> new Measure(
                            own, measure.name(), measure.unit(), measure.clause(), measure.asOf(), measure.fromAge()))
                    .forEach(measures::add);
            lines.add(new PremiumLine(
                    line.product(),
                    line.name(),
                    line.rate(),
                    line.clause(),
                    new HeadcountBase(own, line.base().share(), line.base().clause())));
        }
        return new PremiumFunding(
                funding.id(),
                funding.name(),
                funding.clause(),
                funding.scheme(),
                measures,
                lines,
                funding.carryOver(),
                funding.payers(),
                funding.readings());
    }

    /** The products whose people a measure counts: of one of its own, or of all that share it. */
    static List<String> products(PremiumFunding funding, String measure) {
        return funding.lines().stream()
                .filter(line -> line.base().measure().equals(measure)
                        || line.base().measure().equals(measure + OF + line.product()))
                .map(PremiumLine::product)
                .toList();
    }
}
