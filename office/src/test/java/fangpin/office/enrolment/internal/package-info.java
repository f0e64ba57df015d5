/** Tests of what the room of enrolment computes in the database. */
@NullMarked
package fangpin.office.enrolment.internal;

import org.jspecify.annotations.NullMarked;
