/** 政策库的内部：表的读写 */
@NullMarked
package fangpin.office.policy.internal;

import org.jspecify.annotations.NullMarked;
