/** Tests of the ledger and of payments. */
@NullMarked
package fangpin.office.fund;

import org.jspecify.annotations.NullMarked;
