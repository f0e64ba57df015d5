package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;

/**
 * 优先赔付 Who pays first for injuries of certain causes (SD §4.2: the disaster insurance 灾害民生综合保险).
 *
 * @param payer its id
 * @param causes as claims carry them
 * @param andTheLike whether the clause leaves room for more (等): a person must judge a cause that is not listed
 */
public record FirstPayer(
        String id, Text name, ClauseId clause, String payer, List<ListedItem> causes, boolean andTheLike)
        implements Provision {
    /** Whether it pays first for this cause. */
    public Reply paysFirst(String cause) {
        if (causes.stream().anyMatch(one -> one.id().equals(cause))) {
            return Reply.YES;
        }
        return andTheLike ? Reply.REFER : Reply.NO;
    }
}
