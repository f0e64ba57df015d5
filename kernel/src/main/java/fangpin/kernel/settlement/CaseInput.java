package fangpin.kernel.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One case as it came in: a hospital bill or an accident claim.
 *
 * @param caseId bill id or claim id, as received
 * @param decidingDate the date that decides cover (reading R7)
 * @param values one a program input, money in fen
 * @param keys text of the columns that scopes are cut by, such as {@code accident_id}
 */
public record CaseInput(
        String caseId, String personId, LocalDate decidingDate, List<Long> values, Map<String, String> keys) {
    public CaseInput {
        values = List.copyOf(values);
        keys = Map.copyOf(keys);
    }
}
