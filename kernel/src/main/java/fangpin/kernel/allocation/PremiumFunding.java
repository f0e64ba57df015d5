package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import fangpin.kernel.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 保费资金 What a premium comes to in each division, and who pays it in which order.
 *
 * @param scheme whose divisions and items the payers draw on; null if none, and then files may name any division
 * @param measures what may be stated of each division, those of the scheme among them
 * @param lines products in the order in which money is laid over them
 * @param carryOver whether last year's surplus is used first; null if the documents say nothing of one
 * @param payers in order, the last pays the rest
 * @param readings ids of the readings that shaped it
 */
public record PremiumFunding(
        String id,
        Text name,
        ClauseId clause,
        @Nullable AllocationScheme scheme,
        List<Measure> measures,
        List<PremiumLine> lines,
        @Nullable CarryOver carryOver,
        List<PremiumPayer> payers,
        List<String> readings) {
    public PremiumFunding {
        measures = List.copyOf(measures);
        lines = List.copyOf(lines);
        payers = List.copyOf(payers);
        readings = List.copyOf(readings);
    }

    /**
     * 结余结转 A surplus of an earlier period that pays before anybody else.
     *
     * @param from the period that left it
     */
    public record CarryOver(Period from, ClauseId clause) {}

    /**
     * Works the premium out.
     *
     * @param surplus carried over from the period before, 0 or more
     */
    public PremiumOutcome due(Headcounts headcounts, Fen surplus) {
        return due(headcounts, surplus, PremiumByPerson.NOBODY);
    }

    /**
     * Works it out where some products charge each person for himself.
     *
     * @param surplus carried over from the period before, 0 or more
     */
    public PremiumOutcome due(Headcounts headcounts, Fen surplus, PremiumByPerson persons) {
        try {
            return new PremiumWork(this, headcounts, persons).due(surplus);
        } catch (ArithmeticException tooLarge) {
            return FundRefusal.tooLarge();
        }
    }

    Measure measure(String measureId) {
        return measures.stream()
                .filter(one -> one.id().equals(measureId))
                .findFirst()
                .orElseThrow();
    }

    /** The divisions that files may name; empty if they may name any. */
    public List<Division> divisions() {
        return scheme == null ? List.of() : scheme.divisions();
    }
}
