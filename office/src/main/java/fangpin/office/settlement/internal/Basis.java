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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 依据: what a message stands on: who, which cover, which rules, and what the rules are asked.
 *
 * @param household whose year it enters; null where it is the person's own
 */
public record Basis(
        BillMessage message,
        Covers.Insured insured,
        Covers.@Nullable Household household,
        Cover cover,
        Adoptions.InUse rules,
        Product product,
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
        List<Long> before = end.figures() == null ? BillRules.zerosOf(product) : end.figures();
        Settlement settled = Settler.settle(rules.rules().pack(), product, input, before);
        return new Trial(rules.rules().pack(), settled, end.ordinal() + 1);
    }
}
