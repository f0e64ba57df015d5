/**
 * The pure calculation of Fangpin: rules as data in, amounts with their reasons out. No I/O, no clock, no framework.
 */
@NullMarked
package fangpin.kernel;

import org.jspecify.annotations.NullMarked;
