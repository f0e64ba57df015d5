package fangpin.office.settlement;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.settlement.Settlement;

/**
 * 试算: what a settlement would give now.
 *
 * @param pack in use when it was worked out
 * @param settled the kernel's result with its trace
 * @param ordinal place in the year of the person, from 1
 */
public record Trial(PolicyPack pack, Settlement settled, int ordinal) {}
