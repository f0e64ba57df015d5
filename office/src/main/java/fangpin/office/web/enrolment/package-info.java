/** 参保 on the desk: insurers, contracts, lists of the insured, premium. */
@NullMarked
package fangpin.office.web.enrolment;

import org.jspecify.annotations.NullMarked;
