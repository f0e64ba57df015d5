/** Policy packs: finding them, reading them strictly, checking them, showing them. */
@NullMarked
package fangpin.packs;

import org.jspecify.annotations.NullMarked;
