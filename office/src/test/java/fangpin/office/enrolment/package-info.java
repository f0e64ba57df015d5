/** Tests of contracts, lists of the insured, premium. */
@NullMarked
package fangpin.office.enrolment;

import org.jspecify.annotations.NullMarked;
