/** Inside the room of access. */
@NullMarked
package fangpin.office.access.internal;

import org.jspecify.annotations.NullMarked;
