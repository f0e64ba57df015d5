/** Tests of the settlement at discharge. */
@NullMarked
package fangpin.office.settlement;

import org.jspecify.annotations.NullMarked;
