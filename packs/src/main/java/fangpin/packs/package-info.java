/** packs. */
@NullMarked
package fangpin.packs;

import org.jspecify.annotations.NullMarked;
