/** 理赔: loss reports, papers, investigation, what the pack's rules give, two persons' decision, appeal. */
@NullMarked
package fangpin.office.claims;

import org.jspecify.annotations.NullMarked;
