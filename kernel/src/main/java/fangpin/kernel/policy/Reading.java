package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;

/**
 * 口径 A decided ambiguity of a document: the question, what was chosen, what else it could mean.
 *
 * @param id {@code R1}, {@code R2}, ...
 * @param clauses the clauses whose words leave the question open
 * @param chosen one of the choices
 * @param decidedBy who decided, and on what ground
 */
public record Reading(
        String id, Text question, List<ClauseId> clauses, String chosen, List<Choice> choices, Text decidedBy) {
    /** One way to read the words. */
    public record Choice(String id, Text meaning) {}
}
