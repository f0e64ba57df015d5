package fangpin.packs;

import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.yaml.Problem;
import java.util.List;

/** What loading a pack gives: the pack, or everything that is wrong with it. */
public sealed interface LoadResult {
    /**
     * A pack in order.
     *
     * @param figures numbers its rules use, each with the clause it stands under
     * @param notRules numbers of its clauses that are no rule, each with a word why
     */
    record Loaded(PolicyPack pack, PackFiles files, List<UsedFigure> figures, List<NotARule> notRules)
            implements LoadResult {}

    /** No pack. */
    record Refused(List<Problem> problems) implements LoadResult {}
}
