package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;

/**
 * 资金项目 One purpose that a scheme sets money aside for, and how that money is split.
 *
 * @param id as files carry it
 */
public record FundItem(String id, Text name, ClauseId clause, FundSource source, Method method) {
    /** How an item's money is split over the divisions. */
    public sealed interface Method {}

    /**
     * 按人数切块 By a headcount: largest remainder at the scheme's quantum, ties to the smaller division code.
     *
     * @param amount all that there is, fen, a multiple of the quantum
     * @param measure id of a measure in persons
     */
    public record ByHeadcount(Fen amount, String measure) implements Method {}

    /**
     * 按需要、按块给定 By amounts that others state for each division; a division without one gets nothing.
     *
     * @param amount what the stated amounts must add up to, fen
     * @param measure id of a measure in yuan
     */
    public record Given(Fen amount, String measure) implements Method {}

    /**
     * 按比例配套 Money of the division's own beside another item.
     *
     * @param item id of the item matched
     * @param ratio of the division's share of that item; 100% for 1:1; leaves whole fen
     */
    public record Matching(String item, Ratio ratio) implements Method {}
}
