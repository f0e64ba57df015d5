/** 人员页面: the pages of the register. */
@NullMarked
package fangpin.office.web.people;

import org.jspecify.annotations.NullMarked;
