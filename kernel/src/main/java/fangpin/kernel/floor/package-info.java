/**
 * Floors of a level held against what a pack below publishes: exact comparison, one verdict, the arithmetic behind it.
 */
@NullMarked
package fangpin.kernel.floor;

import org.jspecify.annotations.NullMarked;
