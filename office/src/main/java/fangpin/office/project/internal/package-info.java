/** 项目库的内部：表的读写，政策包里的规则 */
@NullMarked
package fangpin.office.project.internal;

import org.jspecify.annotations.NullMarked;
