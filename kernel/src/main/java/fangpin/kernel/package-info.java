/** kernel. */
@NullMarked
package fangpin.kernel;

import org.jspecify.annotations.NullMarked;
