/** 依据页面: the policy library, and the law in the margin of every page. */
@NullMarked
package fangpin.office.web.law;

import org.jspecify.annotations.NullMarked;
