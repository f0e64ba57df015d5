package fangpin.kernel.benefit;

import fangpin.kernel.money.Ratio;

/**
 * 分档 One band of an amount and the payer's share in it.
 *
 * @param upTo upper bound in fen, in the band itself; {@link Long#MAX_VALUE} for the last
 * @param share paid by the payer
 */
public record Tier(long upTo, Ratio share) {}
