package fangpin.kernel.allocation;

import fangpin.kernel.money.Fen;
import fangpin.kernel.money.LargestRemainder;
import fangpin.kernel.money.Ratio;
import java.util.List;

/**
 * One item split over the divisions, each share with its reason.
 *
 * @param shares in the scheme's order of divisions; a unit's share is its own, without the units inside it
 */
public record ItemSplit(FundItem item, List<Share> shares) implements ItemOutcome {
    public ItemSplit {
        shares = List.copyOf(shares);
    }

    /** 份额 What one division holds of an item by itself. */
    public record Share(Division division, Fen amount, Basis basis) {}

    /** Why a share is what it is. */
    public sealed interface Basis {}

    /** By its headcount: the exact share, its whole quanta and where its remainder ranks. */
    public record Apportioned(long headcount, LargestRemainder.Part part) implements Basis {}

    /** As others stated it. */
    public record Stated() implements Basis {}

    /** Beside its share of another item. */
    public record Matched(Fen share, Ratio ratio) implements Basis {}

    /** What a division holds of the item by itself. */
    public Fen own(Division division) {
        return shares.stream()
                .filter(share -> share.division().equals(division))
                .findFirst()
                .orElseThrow()
                .amount();
    }
}
