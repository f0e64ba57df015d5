/**
 * The closed set of steps, the program they make, and its two executors.
 */
@NullMarked
package fangpin.kernel.benefit;

import org.jspecify.annotations.NullMarked;
