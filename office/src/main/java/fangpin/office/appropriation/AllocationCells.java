package fangpin.office.appropriation;

import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import fangpin.office.access.Answer;
import fangpin.office.fund.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * 分配表的各格: what a scheme gives each division, with what was adjusted beside it. An adjustment has a reason, and what one division gets
 * more another gets less; what matches an item follows its adjustments.
 */
final class AllocationCells {
    private final SchemeRun.Run run;
    private final Allocations.Typed typed;
    private final List<FundAllocation.Cell> cells = new ArrayList<>();

    private AllocationCells(SchemeRun.Run run, Allocations.Typed typed) {
        this.run = run;
        this.typed = typed;
    }

    static Answer<List<FundAllocation.Cell>> of(SchemeRun.Run run, Allocations.Typed typed) {
        AllocationCells table = new AllocationCells(run, typed);
        AllocationScheme scheme = run.scheme();
        for (FundItem item : scheme.items()) {
            Answer<Long> taken = switch (item.method()) {
                case FundItem.ByHeadcount(Fen amount, String measure) -> table.split(item, measure, amount);
                case FundItem.Given(Fen amount, String measure) -> table.split(item, measure, amount);
                case FundItem.Matching(String matched, Ratio ratio) -> table.match(item, matched, ratio);
            };
            if (taken instanceof Answer.Refused<Long>(var reason, var arguments)) {
                return new Answer.Refused<>(reason, arguments);
            }
        }
        return Answer.done(table.cells);
    }

    private Answer<Long> split(FundItem item, String measure, Fen amount) {
        long sum = 0;
        for (Division division : run.scheme().divisions()) {
            long computed = SchemeRun.own(run, item.id(), division).amount();
            String key = item.id() + "/" + division.code();
            String written = typed.amounts().getOrDefault(key, "").strip().replace(",", "");
            OptionalLong adjusted = written.isEmpty() ? OptionalLong.of(computed) : Yuan.fen(written);
            if (adjusted.isEmpty()) {
                return Answer.refused(AppropriationRefusal.BAD_AMOUNT);
            }
            String reason = typed.reasons().getOrDefault(key, "").strip();
            if (adjusted.getAsLong() != computed && reason.isEmpty()) {
                return Answer.refused(AppropriationRefusal.REASON_MISSING);
            }
            sum += adjusted.getAsLong();
            add(item, division, measure, computed, adjusted.getAsLong(), reason);
        }
        return sum == amount.amount()
                ? Answer.done(sum)
                : Answer.refused(AppropriationRefusal.NOT_BALANCED, item.name(), new Fen(sum).yuan(), amount.yuan());
    }

    private Answer<Long> match(FundItem item, String matched, Ratio ratio) {
        for (Division division : run.scheme().divisions()) {
            long computed = SchemeRun.own(run, item.id(), division).amount();
            FundAllocation.Cell beside = cells.stream()
                    .filter(cell ->
                            cell.item().equals(matched) && cell.division().equals(division.code()))
                    .findFirst()
                    .orElseThrow();
            long amount = beside.amountFen() == beside.computedFen() ? computed : share(beside.amountFen(), ratio);
            add(item, division, null, computed, amount, amount == computed ? "" : beside.reason());
        }
        return Answer.done(0L);
    }

    private static long share(long fen, Ratio ratio) {
        long product = Math.multiplyExact(fen, ratio.numerator());
        return Rounding.HALF_UP.round(
                product / ratio.denominator(), product % ratio.denominator(), ratio.denominator());
    }

    private void add(
            FundItem item, Division division, @Nullable String measure, long computed, long amount, String reason) {
        cells.add(new FundAllocation.Cell(
                item.id(),
                division.code(),
                run.paths().getOrDefault(division.code(), ""),
                measure == null ? null : measured(measure, division),
                computed,
                amount,
                amount == computed ? "" : reason));
    }

    private @Nullable Long measured(String measure, Division division) {
        String used = run.used(measure, division.code());
        return used.isEmpty() ? null : SchemeRun.kept(Allocations.measure(run.scheme(), measure), used);
    }
}
