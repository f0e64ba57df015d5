package fangpin.office.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 核赔意见: to pay what the rules gave, or not to pay, with the clause and the reason.
 *
 * @param assessment of a proposal to pay; null otherwise
 * @param benefitFen as it was worked out when it was proposed
 * @param approvals of those who agreed so far
 * @param agreed null while it waits
 */
public record Proposal(
        long id,
        int number,
        boolean pays,
        @Nullable Long adoptionId,
        @Nullable Assessment assessment,
        @Nullable Integer grade,
        @Nullable Long benefitFen,
        String clause,
        String note,
        long proposedBy,
        LocalDate proposedOn,
        List<Long> approvals,
        @Nullable Boolean agreed,
        String answer) {
    public Proposal {
        approvals = List.copyOf(approvals);
    }

    /** Whether somebody had a part in it, so that he can neither approve nor review it. */
    public boolean madeBy(long account) {
        return proposedBy == account || approvals.contains(account);
    }
}
