/** Rows of the special funds, and what reads their files. */
@NullMarked
package fangpin.office.appropriation.internal;

import org.jspecify.annotations.NullMarked;
