package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;

/**
 * 矛盾 Clauses that do not agree, or words that were lost: stated, so that nobody settles it in silence.
 *
 * @param name what does not agree
 * @param clauses all that are concerned, at least one
 * @param taken how this pack takes it
 */
public record Contradiction(String id, Text name, List<ClauseId> clauses, Text taken) implements Provision {
    @Override
    public ClauseId clause() {
        return clauses.getFirst();
    }
}
