package fangpin.packs;

import fangpin.kernel.Text;
import fangpin.kernel.ClauseId;

/**
 * A figure of a clause that no rule needs.
 *
 * @param figure as the clause prints it
 */
public record NotARule(ClauseId clause, String figure, Text why) {}
