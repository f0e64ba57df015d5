/** 资金监管 Supervision of special funds: the board, findings, audit packages, bank reconciliation, bulletins; reads other rooms' money. */
@NullMarked
package fangpin.office.supervision;

import org.jspecify.annotations.NullMarked;
