/** Tests of the policy library. */
@NullMarked
package fangpin.office.policy;

import org.jspecify.annotations.NullMarked;
