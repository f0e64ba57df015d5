/** 出院结算的内部：表的读写，年度账户 */
@NullMarked
package fangpin.office.settlement.internal;

import org.jspecify.annotations.NullMarked;
