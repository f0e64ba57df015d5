/** 演示数据: a county of made-up people, always the same, none of whom can be anybody. */
@NullMarked
package fangpin.demonstration;

import org.jspecify.annotations.NullMarked;
