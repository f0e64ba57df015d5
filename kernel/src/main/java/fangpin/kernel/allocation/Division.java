package fangpin.kernel.allocation;

import fangpin.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * 区划 A unit that money is split over. What it holds of its own stands beside what the units inside it hold.
 *
 * @param code GB/T 2260, or a local code for a unit that has none there: {@code 371003-nanhai}
 * @param parent code of the unit it lies in, whose money includes its own; null if it lies in none
 */
public record Division(String code, Text name, @Nullable String parent) {}
