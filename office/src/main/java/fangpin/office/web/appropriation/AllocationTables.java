package fangpin.office.web.appropriation;

import fangpin.kernel.Text;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundItem;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.FundAllocation;
import fangpin.office.appropriation.FundRules;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.Show;
import fangpin.office.web.fund.PlaceNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 分配表: the cells of an allocation as a table of items by divisions. A division's figure holds those of the units inside it, which stand
 * after it as "of which"; sums count every unit once (WH6 annex).
 */
@Component
public final class AllocationTables {
    private final Allocations allocations;
    private final FundRules rules;
    private final PolicyLibrary library;
    private final PlaceNames names;

    AllocationTables(Allocations allocations, FundRules rules, PolicyLibrary library, PlaceNames names) {
        this.allocations = allocations;
        this.rules = rules;
        this.library = library;
        this.names = names;
    }

    /**
     * A division's column.
     *
     * @param inside whether it lies in the column before it, so that sums leave it out
     */
    public record Head(String code, String name, boolean inside) {}

    /**
     * One figure.
     *
     * @param amountFen with the units inside
     * @param cell as it was kept; null where the division has none of the item
     */
    public record Figure(long amountFen, FundAllocation.@Nullable Cell cell) {}

    /**
     * An item's row.
     *
     * @param stated whether it is split by amounts that others state, and not by persons
     */
    public record Row(
            String item,
            String name,
            String clause,
            boolean fromAbove,
            boolean stated,
            List<Figure> figures,
            long sumFen) {}

    /** The table. */
    public record Shown(List<Head> heads, List<Row> rows, List<Long> sums, long sumFen) {}

    /** The table of an allocation, in the order of its scheme. */
    public Shown of(Desk desk, FundAllocation allocation) {
        Show show = Show.to(desk);
        AllocationScheme scheme = allocations.scheme(desk.actor(), allocation).orElse(null);
        List<Head> heads = scheme == null ? heads(desk, allocation) : heads(show, scheme);
        Map<String, List<FundAllocation.Cell>> byItem = new LinkedHashMap<>();
        allocation
                .cells()
                .forEach(cell -> byItem.computeIfAbsent(cell.item(), item -> new ArrayList<>())
                        .add(cell));
        List<Row> rows = new ArrayList<>();
        byItem.forEach((item, cells) -> rows.add(row(show, allocation.pack(), scheme, heads, item, cells)));
        List<Long> sums = new ArrayList<>();
        for (int at = 0; at < heads.size(); at++) {
            int column = at;
            sums.add(rows.stream()
                    .filter(Row::fromAbove)
                    .mapToLong(row -> row.figures().get(column).amountFen())
                    .sum());
        }
        return new Shown(
                heads,
                rows,
                sums,
                rows.stream().filter(Row::fromAbove).mapToLong(Row::sumFen).sum());
    }

    private Row row(
            Show show,
            String pack,
            @Nullable AllocationScheme scheme,
            List<Head> heads,
            String item,
            List<FundAllocation.Cell> cells) {
        List<Figure> figures = new ArrayList<>();
        for (Head head : heads) {
            long amount = 0;
            FundAllocation.Cell own = null;
            for (FundAllocation.Cell cell : cells) {
                boolean itself = cell.division().equals(head.code());
                if (itself || inside(scheme, cell.division(), head.code())) {
                    amount += cell.amountFen();
                }
                own = itself ? cell : own;
            }
            figures.add(new Figure(amount, own));
        }
        return new Row(
                item,
                show.text(rules.itemName(pack, item)),
                scheme == null
                        ? ""
                        : scheme.item(item).map(one -> one.clause().toString()).orElse(""),
                scheme == null
                        || scheme.item(item)
                                .map(one -> one.source().level().fromAbove())
                                .orElse(true),
                scheme != null
                        && scheme.item(item)
                                .filter(one -> one.method() instanceof FundItem.Given)
                                .isPresent(),
                figures,
                cells.stream().mapToLong(FundAllocation.Cell::amountFen).sum());
    }

    private static boolean inside(@Nullable AllocationScheme scheme, String code, String outer) {
        return scheme != null
                && scheme.division(code)
                        .map(Division::parent)
                        .filter(outer::equals)
                        .isPresent();
    }

    private static List<Head> heads(Show show, AllocationScheme scheme) {
        return scheme.divisions().stream()
                .map(one -> new Head(one.code(), show.text(one.name()), one.parent() != null))
                .toList();
    }

    private List<Head> heads(Desk desk, FundAllocation allocation) {
        Map<String, String> called = names.of(
                desk,
                allocation.cells().stream()
                        .map(FundAllocation.Cell::divisionPath)
                        .toList());
        return allocation.cells().stream()
                .map(cell ->
                        new Head(cell.division(), called.getOrDefault(cell.divisionPath(), cell.division()), false))
                .distinct()
                .toList();
    }

    /** What an item is called. */
    public Text item(String pack, String item) {
        return rules.itemName(pack, item);
    }

    /** What an allocation is called: its scheme, or that it was split by hand. */
    public Text name(FundAllocation allocation, String byHand) {
        return library.pack(allocation.pack())
                .flatMap(pack -> pack.funds().scheme(allocation.scheme()))
                .map(AllocationScheme::name)
                .orElse(new Text(byHand, byHand));
    }
}
