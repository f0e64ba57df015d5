package fangpin.packs.show;

import fangpin.kernel.ClauseId;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.allocation.HeadcountBase;
import fangpin.kernel.allocation.Measure;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumLine;
import fangpin.kernel.allocation.PremiumPayer;
import fangpin.kernel.allocation.Tilt;
import fangpin.kernel.money.Ratio;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** How public money is split and who pays a premium, in plain words. */
final class FundWords {
    private final Funds funds;
    private final Wording wording;

    FundWords(Funds funds, Wording wording) {
        this.funds = funds;
        this.wording = wording;
    }

    // -------------------------------------------------------------------------------------------------------- schemes

    String head(AllocationScheme scheme) {
        return wording.text("scheme", wording.text(scheme.name()), scheme.id(), scheme.clause());
    }

    /** What stands below a scheme's head, line by line. */
    List<String> lines(AllocationScheme scheme) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.text("scheme.quantum", scheme.quantum().readable())
                + RuleWords.readings(scheme.readings(), wording));
        lines.add(wording.text(
                "scheme.divisions",
                wording.list(scheme.divisions().stream().map(this::division).toList())));
        scheme.items().forEach(item -> lines.add(wording.text("scheme.item", item(item), item.clause())));
        Tilt tilt = scheme.tilt();
        if (tilt != null) {
            lines.add(wording.text("scheme.item", tilt(tilt), tilt.clause()));
        }
        return lines;
    }

    private String division(Division division) {
        String parent = division.parent();
        String named = wording.text("division", division.code(), wording.text(division.name()));
        return parent == null ? named : wording.text("division.inside", named, parent);
    }

    private String item(FundItem item) {
        String from = wording.text(
                "fund.source",
                wording.text("level." + RuleWords.key(item.source().level())),
                wording.text(item.source().fund()));
        String how = switch (item.method()) {
            case FundItem.ByHeadcount byHeadcount ->
                wording.text("fund.by-headcount", byHeadcount.amount().readable(), measure(byHeadcount.measure()));
            case FundItem.Given given ->
                wording.text("fund.given", given.amount().readable(), measure(given.measure()));
            case FundItem.Matching matching -> wording.text("fund.matching", matching.ratio(), matching.item());
        };
        return wording.text("fund.item", wording.text(item.name()), item.id(), from, how);
    }

    private String tilt(Tilt tilt) {
        List<String> levels = tilt.levels().stream()
                .map(level -> wording.text("level." + RuleWords.key(level)))
                .toList();
        return wording.text("scheme.tilt", wording.list(tilt.divisions()), tilt.about(), wording.list(levels));
    }

    private String measure(String id) {
        return funds.measures().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(this::measure)
                .orElse(id);
    }

    private String measure(Measure measure) {
        String named = wording.text("measure", wording.text(measure.name()), measure.id());
        return measure.asOf() == null ? named : wording.text("measure.as-of", named, measure.asOf());
    }

    // ------------------------------------------------------------------------------------------------------- premiums

    String head(PremiumFunding premium) {
        return wording.text("premium-funding", wording.text(premium.name()), premium.id(), premium.clause());
    }

    /** What stands below a premium's head, line by line. */
    List<String> lines(PremiumFunding premium) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.text("premium-funding.order") + RuleWords.readings(premium.readings(), wording));
        int place = 1;
        for (PremiumLine line : premium.lines()) {
            lines.add(place++ + ". " + line(line));
        }
        lines.add(wording.text("premium-funding.payers"));
        place = 1;
        PremiumFunding.CarryOver carryOver = premium.carryOver();
        if (carryOver != null) {
            lines.add(place++ + ". " + carryOver(carryOver));
        }
        for (PremiumPayer payer : premium.payers()) {
            lines.add(place++ + ". " + payer(payer));
        }
        return lines;
    }

    private String line(PremiumLine line) {
        HeadcountBase base = line.base();
        String persons = base.share().equals(Ratio.WHOLE)
                ? measure(base.measure())
                : wording.text("base.share", base.share(), measure(base.measure()));
        return wording.text(
                "premium-funding.line",
                wording.text(line.name()),
                line.product(),
                line.rate().readable(),
                line.clause(),
                persons,
                base.clause());
    }

    private String carryOver(PremiumFunding.CarryOver carryOver) {
        return wording.text(
                "premium-funding.carry-over",
                carryOver.from().from(),
                carryOver.from().lastDay(),
                carryOver.clause());
    }

    private String payer(PremiumPayer payer) {
        String pays = switch (payer.money()) {
            case PremiumPayer.Allocated allocated ->
                wording.text("pays.item", allocated.item().id());
            case PremiumPayer.Stated stated -> wording.text("pays.stated", measure(stated.measure()));
            case PremiumPayer.Rest _ -> wording.text("pays.rest");
        };
        return wording.text("premium-funding.payer", wording.text(payer.name()), payer.id(), pays, payer.clause());
    }

    // -------------------------------------------------------------------------------------------------------- clauses

    /** Hands every rule over with the clause it carries out. */
    void rules(BiConsumer<ClauseId, String> rule) {
        for (AllocationScheme scheme : funds.schemes()) {
            String name = wording.text(scheme.name());
            scheme.items().forEach(item -> rule.accept(item.clause(), wording.text("rule.of", name, item(item))));
            Tilt tilt = scheme.tilt();
            if (tilt != null) {
                rule.accept(tilt.clause(), wording.text("rule.of", name, tilt(tilt)));
            }
        }
        PremiumFunding premium = funds.premium();
        if (premium != null) {
            String name = wording.text(premium.name());
            premium.lines()
                    .forEach(line -> rule.accept(line.base().clause(), wording.text("rule.of", name, line(line))));
            PremiumFunding.CarryOver carryOver = premium.carryOver();
            if (carryOver != null) {
                rule.accept(carryOver.clause(), wording.text("rule.of", name, carryOver(carryOver)));
            }
            premium.payers().forEach(payer -> rule.accept(payer.clause(), wording.text("rule.of", name, payer(payer))));
        }
    }
}
