package fangpin.packs.cases;

import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.settlement.ProgrammeRun;
import fangpin.kernel.settlement.Settlement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case that has been run. */
public sealed interface CaseRun {
    PackCase worked();

    /** As the case's readings and fill make it. */
    Calculation calculation();

    /** Empty if everything came out as the case says. */
    List<CaseFailure> failures();

    /**
     * A case of a product.
     *
     * @param rows in the order they were settled; empty for premiums
     */
    record OfProduct(PackCase worked, Product calculation, List<RowRun> rows, List<CaseFailure> failures)
            implements CaseRun {}

    /** A case of a programme. */
    record OfProgramme(PackCase worked, Programme calculation, List<GrantRun> rows, List<CaseFailure> failures)
            implements CaseRun {}

    /**
     * One row of a product that has been run.
     *
     * @param refusal null if the row was accepted
     * @param settlement null if nothing was computed; a refused row may still have run for the running sums (reading R15)
     */
    record RowRun(
            CaseRow row,
            String person,
            LocalDate decidingDate,
            @Nullable Refusal refusal,
            @Nullable Settlement settlement) {}

    /** One row of a programme that has been run. */
    record GrantRun(CaseRow row, LocalDate date, ProgrammeRun.Outcome outcome) {}
}
