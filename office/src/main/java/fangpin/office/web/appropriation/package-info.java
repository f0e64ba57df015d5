/** 专项资金页面. */
@NullMarked
package fangpin.office.web.appropriation;

import org.jspecify.annotations.NullMarked;
