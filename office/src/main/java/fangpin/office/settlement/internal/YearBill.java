package fangpin.office.settlement.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A bill of a year account as it counts now.
 *
 * @param keys by which its running figures are cut
 * @param counts whether it was not cancelled
 */
public record YearBill(
        long billId,
        long personId,
        int ordinal,
        String billNumber,
        LocalDate decidingOn,
        List<Long> inputValues,
        Map<String, String> keys,
        long adoptionId,
        boolean counts,
        List<Long> before,
        List<Long> after,
        long paidFen) {
    public YearBill {
        inputValues = List.copyOf(inputValues);
        keys = Map.copyOf(keys);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
