package fangpin.office.fund;

import org.jspecify.annotations.Nullable;

/**
 * 应付余额: what is owed and not paid.
 *
 * @param subject {@code hospital/3}, {@code claim/7}
 * @param owedFen all that is owed, above zero
 * @param orderedFen of it, what orders that are approved will pay
 * @param raisedFen of it, what waits in orders for approval
 */
public record Owing(
        long accountId,
        String path,
        @Nullable Long contractId,
        String pack,
        String product,
        String subject,
        long owedFen,
        long orderedFen,
        long raisedFen) {
    /** What no order pays yet. */
    public long openFen() {
        return owedFen - orderedFen - raisedFen;
    }
}
