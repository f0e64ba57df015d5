/** Public money from files: headcounts in, shares and premiums out. */
@NullMarked
package fangpin.batch.funds;

import org.jspecify.annotations.NullMarked;
