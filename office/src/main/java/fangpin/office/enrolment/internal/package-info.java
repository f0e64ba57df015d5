/** How the room of enrolment keeps its rows. */
@NullMarked
package fangpin.office.enrolment.internal;

import org.jspecify.annotations.NullMarked;
