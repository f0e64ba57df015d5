package fangpin.packs.cases;

import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.Settlement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that has been run.
 *
 * @param product as the case's readings and fill make it
 * @param rows in the order they were settled; empty for premiums
 * @param failures empty if everything came out as the case says
 */
public record CaseRun(PackCase worked, Product product, List<RowRun> rows, List<CaseFailure> failures) {
    /**
     * One row that has been run.
     *
     * @param refusal null if the row was accepted
     * @param settlement null if nothing was computed; a refused row may still have run for the running sums (reading R15)
     */
    public record RowRun(
            CaseRow row,
            String person,
            LocalDate decidingDate,
            @Nullable Refusal refusal,
            @Nullable Settlement settlement) {}
}
