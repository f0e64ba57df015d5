package fangpin.packs.check;

import fangpin.kernel.ClauseId;
import java.util.List;

/**
 * Figures of one clause.
 *
 * @param printed as the clause prints them, each once, in order
 */
public record ClauseFigures(ClauseId clause, List<String> printed) {}
