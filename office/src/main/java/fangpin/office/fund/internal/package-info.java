/** 资金内部: rows and rules of the room, for nobody else. */
@NullMarked
package fangpin.office.fund.internal;

import org.jspecify.annotations.NullMarked;
