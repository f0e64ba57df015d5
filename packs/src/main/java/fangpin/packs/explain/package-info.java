/**
 * One settlement in three renderings of the same data: a sentence for the person, a page for the clerk, full detail for machines.
 * Rules are not known here: every word about a rule comes from the pack, every figure from the trace.
 */
@NullMarked
package fangpin.packs.explain;

import org.jspecify.annotations.NullMarked;
