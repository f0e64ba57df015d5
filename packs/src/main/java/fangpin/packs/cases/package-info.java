/** Worked cases beside a pack: tables that officials can read, run exactly or failed. */
@NullMarked
package fangpin.packs.cases;

import org.jspecify.annotations.NullMarked;
