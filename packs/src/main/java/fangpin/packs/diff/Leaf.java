package fangpin.packs.diff;

/**
 * A single value of a pack's file.
 *
 * @param text as written
 * @param clause what the nearest part around it cites; empty if none does
 */
record Leaf(String text, String clause) {}
