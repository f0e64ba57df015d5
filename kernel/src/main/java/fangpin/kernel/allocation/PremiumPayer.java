package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;

/**
 * 出资方 Who pays a premium, at its place in the order.
 *
 * @param id as files carry it
 */
public record PremiumPayer(String id, Text name, ClauseId clause, Money money) {
    /** What money a payer brings. */
    public sealed interface Money {}

    /** 切块补贴 A division's own share of an item of a scheme. */
    public record Allocated(AllocationScheme scheme, FundItem item) implements Money {}

    /**
     * 给定金额 An amount stated of each division, such as donations. A file that states none has no such payer.
     *
     * @param measure id of a measure in yuan
     */
    public record Stated(String measure) implements Money {}

    /** 其余 Whatever the others leave. */
    public record Rest() implements Money {}
}
