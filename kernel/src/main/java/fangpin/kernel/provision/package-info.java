/**
 * Rules that compute no benefit, as data with their clauses: who is helped, time limits, negative lists, checklists, statements of
 * amounts that must tie out, targets, duties. What they decide, they decide by pure functions.
 */
@NullMarked
package fangpin.kernel.provision;

import org.jspecify.annotations.NullMarked;
