/** Checks a pack: does it load, do its cases come out, what do they not reach, which figures of the clauses has no rule taken up. */
@NullMarked
package fangpin.packs.check;

import org.jspecify.annotations.NullMarked;
