package fangpin.packs.cases;

import fangpin.kernel.allocation.Allocation;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.FundRefusal;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.allocation.HeadcountRows;
import fangpin.kernel.allocation.Headcounts;
import fangpin.kernel.allocation.PremiumDue;
import fangpin.kernel.allocation.PremiumFunding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs a case about public money through the kernel and holds what comes out against what the case says. */
public final class FundCaseRunner {
    private final Funds funds;
    private final FundCase worked;
    private final List<CaseFailure> failures = new ArrayList<>();

    private FundCaseRunner(Funds funds, FundCase worked) {
        this.funds = funds;
        this.worked = worked;
    }

    /**
     * Runs a case.
     *
     * @param funds of the pack, which may take readings otherwise than the case says: the run then shows what would change
     */
    public static FundCaseRun run(Funds funds, FundCase worked) {
        return new FundCaseRunner(funds, worked).run();
    }

    private FundCaseRun run() {
        FundCaseRun.Result result = switch (worked.work()) {
            case FundCase.Splitting splitting ->
                split(funds.scheme(splitting.id()).orElseThrow());
            case FundCase.Funding funding ->
                due(Optional.ofNullable(funds.premium()).orElseThrow(), funding);
        };
        worked.rows().forEach(row -> row.expected().forEach(cell -> compare(result, row, cell)));
        if (result instanceof FundCaseRun.Refused refused && !expectsRefusal()) {
            FundCase.Row first = worked.rows().getFirst();
            failures.add(new CaseFailure(
                    worked.id(),
                    first.number(),
                    first.place(),
                    FundColumns.REFUSED,
                    "",
                    refused.refusal().reason().word()));
        }
        return new FundCaseRun(worked, funds.measures(), result, List.copyOf(failures));
    }

    private boolean expectsRefusal() {
        return worked.rows().stream()
                .flatMap(row -> row.expected().stream())
                .anyMatch(cell -> cell.column().equals(FundColumns.REFUSED));
    }

    private FundCaseRun.Result split(AllocationScheme scheme) {
        HeadcountRows rows = new HeadcountRows(scheme.divisions(), funds.measures());
        return stated(rows).<FundCaseRun.Result>map(FundCaseRun.Refused::new).orElseGet(() -> switch (scheme.allocate(
                rows.headcounts())) {
            case Allocation allocation -> new FundCaseRun.Split(allocation);
            case FundRefusal refusal -> new FundCaseRun.Refused(refusal);
        });
    }

    private FundCaseRun.Result due(PremiumFunding premium, FundCase.Funding funding) {
        List<Division> divisions = premium.divisions();
        HeadcountRows rows = new HeadcountRows(divisions, funds.measures());
        return stated(rows).<FundCaseRun.Result>map(FundCaseRun.Refused::new).orElseGet(() -> {
            Headcounts headcounts = rows.headcounts();
            return switch (premium.due(headcounts, funding.carryOver())) {
                case PremiumDue due -> new FundCaseRun.Due(due);
                case FundRefusal refusal -> new FundCaseRun.Refused(refusal);
            };
        });
    }

    /** Takes what the rows state; the first that is wrong refuses the case. */
    private Optional<FundRefusal> stated(HeadcountRows rows) {
        for (FundCase.Row row : worked.rows()) {
            for (Map.Entry<String, String> cell : new TreeMap<>(row.given()).entrySet()) {
                Optional<FundRefusal> refusal = rows.add(row.division(), cell.getKey(), cell.getValue());
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private void compare(FundCaseRun.Result result, FundCase.Row row, FundCase.Cell cell) {
        boolean refusal = cell.column().equals(FundColumns.REFUSED);
        String got = switch (result) {
            case FundCaseRun.Refused refused ->
                refusal ? refused.refusal().reason().word() : "";
            case FundCaseRun.Split split ->
                refusal ? "" : FundColumns.value(split.allocation(), row.division(), cell.column());
            case FundCaseRun.Due due -> refusal ? "" : FundColumns.value(due.due(), row.division(), cell.column());
        };
        if (!got.equals(cell.text())) {
            failures.add(new CaseFailure(worked.id(), row.number(), cell.place(), cell.column(), cell.text(), got));
        }
    }
}
