package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Ratio;
import java.util.List;

/**
 * 倾斜 What share of the money should go to divisions with more to do.
 *
 * @param divisions codes
 * @param levels whose money counts
 * @param about what the clause names
 */
public record Tilt(List<String> divisions, List<FundLevel> levels, Ratio about, ClauseId clause) {}
