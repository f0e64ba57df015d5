/** 资金: the ledger, premium that was paid, and payment orders; the only writer of the ledger. The face of the room. */
@NullMarked
package fangpin.office.fund;

import org.jspecify.annotations.NullMarked;
