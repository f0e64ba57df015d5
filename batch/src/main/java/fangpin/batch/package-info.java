/** batch. */
@NullMarked
package fangpin.batch;

import org.jspecify.annotations.NullMarked;
