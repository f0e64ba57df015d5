/** Tests of the inside of the room access. */
@NullMarked
package fangpin.office.access.internal;

import org.jspecify.annotations.NullMarked;
