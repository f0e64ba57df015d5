package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;

/**
 * 支付层 One payer of a case, at its place in the pack's order. The order is data: Shandong and Weihai name different ones.
 *
 * @param payer short name: {@code basic}, {@code supplementary}
 * @param funder whose money it is
 * @param base which part of the cost it pays for
 * @param register of the program that holds what it paid, fen
 * @param computed true if this pack computes it, false if it comes with the case
 */
public record PayerLayer(
        String payer, Text name, Text funder, ClauseId clause, Base base, int register, boolean computed) {
    /** The part of a cost that a layer pays for. */
    public enum Base {
        ELIGIBLE,
        INELIGIBLE
    }
}
