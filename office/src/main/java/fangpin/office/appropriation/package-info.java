/** 专项资金 Special funds: the documents that give money, the lines it stands on, how it is split, moved, given to projects and paid. */
@NullMarked
package fangpin.office.appropriation;

import org.jspecify.annotations.NullMarked;
