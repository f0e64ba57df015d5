package fangpin.office.appropriation;

import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Division;
import fangpin.kernel.allocation.Proportion;
import fangpin.kernel.allocation.Tilt;
import fangpin.kernel.money.Fen;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 倾斜比例 (WH6 §1.1): what the divisions that a scheme names, and those inside them, have of the levels that it names. */
final class AllocationTilt {
    private AllocationTilt() {}

    /** Null where the scheme says nothing of it. */
    static @Nullable Proportion of(AllocationScheme scheme, List<FundAllocation.Cell> cells) {
        Tilt tilt = scheme.tilt();
        if (tilt == null) {
            return null;
        }
        Set<String> inside = new HashSet<>(tilt.divisions());
        scheme.divisions().stream()
                .filter(division -> division.parent() != null && inside.contains(division.parent()))
                .map(Division::code)
                .forEach(inside::add);
        long part = 0;
        long whole = 0;
        for (FundAllocation.Cell cell : cells) {
            if (tilt.levels()
                    .contains(scheme.item(cell.item()).orElseThrow().source().level())) {
                whole += cell.amountFen();
                part += inside.contains(cell.division()) ? cell.amountFen() : 0;
            }
        }
        return new Proportion(new Fen(part), new Fen(whole));
    }
}
