/** 出院结算: hospital bills, one-stop settlement, year accounts, cancellation and what follows from it. The face of the room. */
@NullMarked
package fangpin.office.settlement;

import org.jspecify.annotations.NullMarked;
