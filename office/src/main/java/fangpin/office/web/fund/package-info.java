/** 资金页面: premium that was paid, payments, the ledger. */
@NullMarked
package fangpin.office.web.fund;

import org.jspecify.annotations.NullMarked;
