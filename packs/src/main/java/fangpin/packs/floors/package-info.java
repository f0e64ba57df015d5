/** Packs held against the floors of the packs above them, and the findings in words. */
@NullMarked
package fangpin.packs.floors;

import org.jspecify.annotations.NullMarked;
