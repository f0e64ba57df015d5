/** Tests of letters and handbooks as files. */
@NullMarked
package fangpin.office.papers;

import org.jspecify.annotations.NullMarked;
