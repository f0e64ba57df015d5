/** 名单导入: files of people read, checked, staged, accepted, undone. Private to the register. */
@NullMarked
package fangpin.office.register.roster;

import org.jspecify.annotations.NullMarked;
