/** Tests of the supervision of special funds. */
@NullMarked
package fangpin.office.supervision;

import org.jspecify.annotations.NullMarked;
