/** Prints a pack as an official would want to read it: each clause with its words, and the rule it became in plain words. */
@NullMarked
package fangpin.packs.show;

import org.jspecify.annotations.NullMarked;
