package fangpin.kernel.benefit;

import java.util.List;

/**
 * Over what an accumulator runs: always within one person and cover period, and further cut by these columns.
 *
 * @param keys column names; empty for the person and period alone; {@code accident_id} for each accident of the person
 */
public record Scope(List<String> keys) {}
