/**
 * Money in fen, shares as exact ratios, rounding that always has a name, and splits that lose nothing.
 */
@NullMarked
package fangpin.kernel.money;

import org.jspecify.annotations.NullMarked;
