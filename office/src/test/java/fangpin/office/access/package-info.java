/** Tests of the room access. */
@NullMarked
package fangpin.office.access;

import org.jspecify.annotations.NullMarked;
