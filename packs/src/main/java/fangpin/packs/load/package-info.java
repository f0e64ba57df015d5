/** From the files of a pack to the kernel's types. */
@NullMarked
package fangpin.packs.load;

import org.jspecify.annotations.NullMarked;
