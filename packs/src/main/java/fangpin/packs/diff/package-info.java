/** Two packs side by side: which figures changed, under which clauses, and what that does to the worked cases. */
@NullMarked
package fangpin.packs.diff;

import org.jspecify.annotations.NullMarked;
