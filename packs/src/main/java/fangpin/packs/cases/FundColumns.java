package fangpin.packs.cases;

import fangpin.kernel.allocation.Allocation;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.FundLevel;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.allocation.PremiumDue.DivisionPremium;
import fangpin.kernel.allocation.PremiumDue.LineDue;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumLine;
import fangpin.kernel.allocation.PremiumPayer;
import fangpin.kernel.allocation.Proportion;
import fangpin.kernel.money.Fen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a case about public money may expect, column by column. */
final class FundColumns {
    static final String DIVISION = "division";
    static final String REFUSED = "refused";
    static final String TILT = "tilt";

    private static final String ALL = "total";
    private static final String PREMIUM = "premium";
    private static final String DUE = "due";
    private static final String SURPLUS = "surplus-";

    private FundColumns() {}

    private static String word(FundLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static List<FundLevel> fromAbove() {
        return Stream.of(FundLevel.values()).filter(FundLevel::fromAbove).toList();
    }

    // -------------------------------------------------------------------------------------------------------- schemes

    static List<String> of(AllocationScheme scheme) {
        List<String> columns = new ArrayList<>(List.of(ALL));
        Stream.of(FundLevel.values()).map(FundColumns::word).forEach(columns::add);
        scheme.items().stream().map(FundItem::id).forEach(columns::add);
        columns.add(TILT);
        columns.add(REFUSED);
        return columns;
    }

    /** What a cell holds after the split. */
    static String value(Allocation allocation, String division, String column) {
        if (column.equals(TILT)) {
            return allocation.tilt().map(Proportion::percent).orElse("");
        }
        return allocation
                .scheme()
                .item(column)
                .map(item -> of(allocation, division, one -> allocation.amount(one, item), allocation.total(item)))
                .orElseGet(() -> ofLevels(allocation, division, levels(column)))
                .yuan();
    }

    private static List<FundLevel> levels(String column) {
        return column.equals(ALL)
                ? fromAbove()
                : Stream.of(FundLevel.values())
                        .filter(level -> word(level).equals(column))
                        .toList();
    }

    private static Fen ofLevels(Allocation allocation, String division, List<FundLevel> levels) {
        return of(allocation, division, one -> allocation.amount(one, levels), allocation.total(levels));
    }

    private static Fen of(Allocation allocation, String division, Function<Division, Fen> one, Fen total) {
        return division.equals(FundCase.TOTAL)
                ? total
                : allocation.scheme().division(division).map(one).orElse(Fen.ZERO);
    }

    // ------------------------------------------------------------------------------------------------------- premiums

    static List<String> of(PremiumFunding funding) {
        List<String> sums = new ArrayList<>(List.of(PREMIUM, PremiumDue.CARRIED_OVER));
        funding.payers().stream().map(PremiumPayer::id).forEach(sums::add);
        sums.add(DUE);
        List<String> columns = new ArrayList<>(sums);
        for (PremiumLine line : funding.lines()) {
            sums.forEach(sum -> columns.add(line.product() + "." + sum));
        }
        columns.add(SURPLUS + PremiumDue.CARRIED_OVER);
        funding.payers().forEach(payer -> columns.add(SURPLUS + payer.id()));
        columns.add(REFUSED);
        return columns;
    }

    /** What a cell holds once the premium is worked out. */
    static String value(PremiumDue due, String division, String column) {
        Map<String, Fen> sums = new LinkedHashMap<>();
        for (DivisionPremium one : due.divisions()) {
            if (division.equals(FundCase.TOTAL) || division.equals(one.code())) {
                one.lines().forEach(line -> add(sums, line));
                one.surpluses().forEach(surplus -> add(sums, SURPLUS + surplus.of(), surplus.amount()));
            }
        }
        return sums.getOrDefault(column, Fen.ZERO).yuan();
    }

    private static void add(Map<String, Fen> sums, LineDue line) {
        for (String of : List.of("", line.line().product() + ".")) {
            add(sums, of + PREMIUM, line.premium());
            add(sums, of + PremiumDue.CARRIED_OVER, line.carriedOver());
            add(sums, of + DUE, line.due());
            line.payments().forEach(payment -> add(sums, of + payment.payer().id(), payment.amount()));
        }
    }

    private static void add(Map<String, Fen> sums, String column, Fen amount) {
        sums.merge(column, amount, Fen::plus);
    }
}
