package fangpin.kernel.settlement;

import fangpin.kernel.policy.Product;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** 累计单位 Whose running figures the case enters: the person's, or those of the product's account. */
    public String account(Product product) {
        return product.accountColumn()
                .map(column -> Objects.requireNonNull(keys.get(column.name()), column.name()))
                .orElse(personId);
    }
}
