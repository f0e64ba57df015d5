package fangpin.packs;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;

/**
 * A figure of a clause that no rule needs.
 *
 * @param figure as the clause prints it
 */
public record NotARule(ClauseId clause, String figure, Text why) {}
