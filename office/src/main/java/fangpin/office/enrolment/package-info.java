/** 参保: contracts, enrolment, cover and premium. The face of the room. */
@NullMarked
package fangpin.office.enrolment;

import org.jspecify.annotations.NullMarked;
