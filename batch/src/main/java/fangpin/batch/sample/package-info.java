/** Synthetic members and bills: the same for the same seed, of nobody. */
@NullMarked
package fangpin.batch.sample;

import org.jspecify.annotations.NullMarked;
