package fangpin.packs.check;

import java.util.List;

/**
 * What the cases of a pack reach.
 *
 * @param total how many things there are to reach
 * @param missing those that no case reaches, in the pack's order
 */
public record Coverage(int total, List<CoverageItem> missing) {
    static final Coverage NONE = new Coverage(0, List.of());
}
