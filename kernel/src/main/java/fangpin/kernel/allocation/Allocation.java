package fangpin.kernel.allocation;

import fangpin.kernel.money.Fen;
import java.util.List;
import java.util.Optional;

/**
 * 分配结果 A scheme's money, split. Every figure is what a unit holds together with the units inside it.
 *
 * @param splits one for each item, in the scheme's order
 */
public record Allocation(AllocationScheme scheme, List<ItemSplit> splits) implements AllocationOutcome {
    public Allocation {
        splits = List.copyOf(splits);
    }

    /** What a division holds of an item. */
    public Fen amount(Division division, FundItem item) {
        ItemSplit split = splits.stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .orElseThrow();
        return amount(division, split);
    }

    private Fen amount(Division division, ItemSplit split) {
        Fen amount = split.own(division);
        for (Division inside : scheme.inside(division)) {
            amount = amount.plus(amount(inside, split));
        }
        return amount;
    }

    /** 小计 What a division holds of the money of some levels. */
    public Fen amount(Division division, List<FundLevel> levels) {
        return splits.stream()
                .filter(split -> levels.contains(split.item().source().level()))
                .map(split -> amount(division, split))
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** 合计 All there is of the money of some levels; what lies inside a unit is counted once. */
    public Fen total(List<FundLevel> levels) {
        return scheme.divisions().stream()
                .filter(division -> division.parent() == null)
                .map(division -> amount(division, levels))
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** All there is of an item. */
    public Fen total(FundItem item) {
        return scheme.divisions().stream()
                .filter(division -> division.parent() == null)
                .map(division -> amount(division, item))
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** What share the divisions have that the scheme's tilt names; empty if it names none. */
    public Optional<Proportion> tilt() {
        return Optional.ofNullable(scheme.tilt()).map(tilt -> {
            Fen part = scheme.divisions().stream()
                    .filter(division -> tilt.divisions().contains(division.code()))
                    .map(division -> amount(division, tilt.levels()))
                    .reduce(Fen.ZERO, Fen::plus);
            return new Proportion(part, total(tilt.levels()));
        });
    }
}
