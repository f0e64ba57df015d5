package fangpin.office.enrolment;

import fangpin.kernel.Text;
import fangpin.kernel.allocation.HeadcountBase;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumLine;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.PolicyPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 各险种的参保人数: products of one pack may insure different people under one measure (such as "insured"); then each is charged for its own
 * people only, and not for all who are insured by any of them.
 */
final class PremiumBases {
    /** Between the measure of the pack and the product whose people are counted; no id of a pack has it. */
    private static final String OF = "/";

    private PremiumBases() {}

    /**
     * Why premiums by days (reading R10) cannot be worked out here: a share of a population has no names, so that nobody is known to have
     * joined; a product with open terms has no period to count the days of.
     */
    static Optional<Text> daysUnknown(PolicyPack pack, PremiumFunding funding) {
        return funding.lines().stream()
                .filter(PremiumLine::byDays)
                .flatMap(line -> shares(line)
                        ? Stream.of(withoutNames(line))
                        : pack.product(line.product()).isPresent() ? Stream.empty() : Stream.of(withoutDays(line)))
                .findFirst();
    }

    private static Text withoutNames(PremiumLine line) {
        return new Text(
                "本地采用了口径 R10“年中新增的人按在保天数计费”，而“" + line.name().zh()
                        + "”按人口比例承保、不记名，没有每个人的在保天数，所以算不出来；不记名的险种只能按全年计费：请在政策库改用 R10“全年”，由两人办理。",
                "Reading R10 is in use here with premiums by days for those who join within the year, but \""
                        + line.name().en()
                        + "\" insures a share of the population without names, so that nobody's days are known. Without names only full years"
                        + " can be charged: two persons may adopt R10 \"full year\" in the policy library.");
    }

    private static Text withoutDays(PremiumLine line) {
        return new Text(
                "本地采用了口径 R10“年中新增的人按在保天数计费”，而“" + line.name().zh()
                        + "”还有未明确的事项，保障期间没有确定，天数算不出来；请先在政策库补齐未明确的事项，或改用 R10“全年”，由两人办理。",
                "Reading R10 is in use here with premiums by days for those who join within the year, but \""
                        + line.name().en()
                        + "\" has open terms and no period whose days could be counted. Two persons may fill the open terms in the policy"
                        + " library, or adopt R10 \"full year\".");
    }

    private static boolean shares(PremiumLine line) {
        return !line.base().share().equals(Ratio.WHOLE);
    }

    /** Whom a product insures, by category. */
    static Set<String> insured(PolicyPack pack, String product) {
        return pack.product(product).stream()
                .flatMap(one -> one.cover().stream())
                .map(CoverRule::category)
                .collect(Collectors.toSet());
    }

    /**
     * The same funding; lines that share a measure and insure different people get a measure each. So do lines that charge by days: their
     * headcount must be that of the persons whose days are summed.
     */
    static PremiumFunding apart(PremiumFunding funding, Function<String, Set<String>> insured) {
        List<Measure> measures = new ArrayList<>(funding.measures());
        List<PremiumLine> lines = new ArrayList<>();
        for (PremiumLine line : funding.lines()) {
            boolean alike = funding.lines().stream()
                    .filter(other -> other.base().measure().equals(line.base().measure()))
                    .allMatch(other -> insured.apply(other.product()).equals(insured.apply(line.product())));
            // a share of a population without names is stated, whoever is insured by it
            if ((alike && !line.byDays()) || shares(line)) {
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
                    new HeadcountBase(own, line.base().share(), line.base().clause()),
                    line.byDays()));
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
