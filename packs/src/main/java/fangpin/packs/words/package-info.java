/** Words of the desk, from properties files in both languages. */
@NullMarked
package fangpin.packs.words;

import org.jspecify.annotations.NullMarked;
