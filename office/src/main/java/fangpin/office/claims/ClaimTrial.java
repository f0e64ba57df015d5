package fangpin.office.claims;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.settlement.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * 试算: what the pack's rules give for a claim.
 *
 * @param settled the kernel's result with its trace
 * @param grade that went in; null where none does
 * @param owedFen what is owed now: the benefit, or for a claim that was decided before the difference, with what it changes for later claims
 */
public record ClaimTrial(
        PolicyPack pack, Settlement settled, @Nullable Integer grade, long owedFen) {
    /** What the claim is worth in all. */
    public long benefitFen() {
        return settled.paid().amount();
    }
}
