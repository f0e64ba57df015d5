package fangpin.office.settlement;

import java.time.LocalDate;
import java.util.List;

/**
 * 账单: as it was accepted, with every decision on it, the first first.
 *
 * @param ordinal place in the person's year for the product, from 1, by acceptance
 * @param decidingOn the day that decides cover (R7)
 */
public record Bill(
        long id,
        String path,
        Hospital hospital,
        long personId,
        String personName,
        String pack,
        String product,
        long adoptionId,
        LocalDate periodFrom,
        int ordinal,
        String messageId,
        String billNumber,
        LocalDate admittedOn,
        LocalDate dischargedOn,
        LocalDate decidingOn,
        List<String> inputNames,
        List<Long> inputValues,
        long enteredBy,
        LocalDate acceptedOn,
        List<Decision> decisions) {
    public Bill {
        inputNames = List.copyOf(inputNames);
        inputValues = List.copyOf(inputValues);
        decisions = List.copyOf(decisions);
    }

    /** What counts. */
    public Decision latest() {
        return decisions.getLast();
    }
}
