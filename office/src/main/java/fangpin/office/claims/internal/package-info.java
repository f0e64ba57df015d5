/** 理赔的内部：表的读写，周期账户，按政策包计算 */
@NullMarked
package fangpin.office.claims.internal;

import org.jspecify.annotations.NullMarked;
