/** Files in, files out: the command line. */
@NullMarked
package fangpin.batch;

import org.jspecify.annotations.NullMarked;
