/** The fault campaign: an office in a process of its own, killed and cut off at random while it settles and pays. */
@NullMarked
package fangpin.office.campaign;

import org.jspecify.annotations.NullMarked;
