package fangpin.office.settlement.internal;

import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.office.enrolment.Cover;
import fangpin.office.enrolment.Covers;
import fangpin.office.policy.Adoptions;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.Trial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 依据: what a message stands on: who, which cover, which rules, and what the rules are asked.
 *
 * @param household whose year it enters; null where it is the person's own
 * @param contract under which the cover is; null where there is none
 * @param keys by which its running figures are cut, beside whose they are
 */
public record Basis(
        BillMessage message,
        Covers.Insured insured,
        Covers.@Nullable Household household,
        Cover cover,
        @Nullable Long contract,
        Adoptions.InUse rules,
        Product product,
        Map<String, String> keys,
        CaseInput input) {
    /** The year in which it is settled. */
    public YearEnds.Account account() {
        return new YearEnds.Account(
                household == null ? insured.personId() : -household.id(),
                cover.pack(),
                cover.product(),
                product.period().from());
    }

    /** What it gives as the next bill of a year. */
    public Trial worked(YearEnds.YearEnd end) {
        Settlement settled = Settler.settle(
                rules.rules().pack(), product, input, end.figures().before(product, keys));
        return new Trial(rules.rules().pack(), settled, end.ordinal() + 1);
    }

    /** Where the year stands after it was so worked out. */
    YearEnds.YearEnd after(YearEnds.YearEnd end, Trial worked) {
        return new YearEnds.YearEnd(
                worked.ordinal(),
                end.figures().with(keys, worked.settled().explanation().after()));
    }
}
