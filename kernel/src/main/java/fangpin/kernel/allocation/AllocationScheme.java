package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 资金分配方案 How the money of a plan is split over divisions, item by item.
 *
 * @param quantum what an item split by headcount is dealt out in, fen
 * @param divisions in the order of the plan; a unit stands before the units inside it
 * @param measures what must be stated of each division
 * @param items in the order of the plan; a matching item stands after the one it matches
 * @param tilt what the plan says about divisions with more to do, null if nothing
 * @param readings ids of the readings that shaped it
 */
public record AllocationScheme(
        String id,
        Text name,
        ClauseId clause,
        Fen quantum,
        List<Division> divisions,
        List<Measure> measures,
        List<FundItem> items,
        @Nullable Tilt tilt,
        List<String> readings) {
    public AllocationScheme {
        divisions = List.copyOf(divisions);
        measures = List.copyOf(measures);
        items = List.copyOf(items);
        readings = List.copyOf(readings);
    }

    /** Splits every item. The first item that cannot be split ends it. */
    public AllocationOutcome allocate(Headcounts headcounts) {
        List<ItemSplit> splits = new ArrayList<>();
        for (FundItem item : items) {
            switch (split(item, headcounts)) {
                case ItemSplit split -> splits.add(split);
                case FundRefusal refusal -> {
                    return refusal;
                }
            }
        }
        return new Allocation(this, splits);
    }

    /** Splits one item of the scheme; only what it needs must be stated. */
    public ItemOutcome split(FundItem item, Headcounts headcounts) {
        try {
            return new ItemSplitter(this, headcounts).split(item);
        } catch (ArithmeticException tooLarge) {
            return FundRefusal.tooLarge();
        }
    }

    public Optional<Division> division(String code) {
        return divisions.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<FundItem> item(String itemId) {
        return items.stream().filter(one -> one.id().equals(itemId)).findFirst();
    }

    Measure measure(String measureId) {
        return measures.stream()
                .filter(one -> one.id().equals(measureId))
                .findFirst()
                .orElseThrow();
    }

    /** The units that lie directly in a division. */
    List<Division> inside(Division division) {
        return divisions.stream()
                .filter(one -> division.code().equals(one.parent()))
                .toList();
    }
}
