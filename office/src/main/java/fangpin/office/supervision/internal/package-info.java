/** Rows of the supervision, and what runs at night. */
@NullMarked
package fangpin.office.supervision.internal;

import org.jspecify.annotations.NullMarked;
