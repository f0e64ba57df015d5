package fangpin.office.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * 账单: as it was accepted, with every decision on it, the first first.
 *
 * @param accountNumber whose year it enters: the person's number, or that of his household below zero
 * @param ordinal place in that year for the product, from 1, by acceptance
 * @param keys by which its running figures are cut beside whose they are, by column; none where nothing does
 * @param department 科室; empty where the hospital named none
 * @param decidingOn the day that decides cover (R7)
 */
public record Bill(
        long id,
        String path,
        Hospital hospital,
        long personId,
        long accountNumber,
        String personName,
        String pack,
        String product,
        long adoptionId,
        LocalDate periodFrom,
        int ordinal,
        String messageId,
        String billNumber,
        String department,
        LocalDate admittedOn,
        LocalDate dischargedOn,
        LocalDate decidingOn,
        List<String> inputNames,
        List<Long> inputValues,
        Map<String, String> keys,
        long enteredBy,
        LocalDate acceptedOn,
        List<Decision> decisions) {
    public Bill {
        inputNames = List.copyOf(inputNames);
        inputValues = List.copyOf(inputValues);
        keys = Map.copyOf(keys);
        decisions = List.copyOf(decisions);
    }

    /** Whether it enters the year of a household. */
    public boolean ofHousehold() {
        return accountNumber < 0;
    }

    /** 只记累计: whether it only counts in the year, for it was not covered on its day (R15). */
    public boolean onlyCounts() {
        int covered = inputNames.indexOf("covered");
        return covered >= 0 && inputValues.get(covered) == 0;
    }

    /** What counts. */
    public Decision latest() {
        return decisions.getLast();
    }
}
