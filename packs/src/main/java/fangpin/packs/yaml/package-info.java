/** Strict YAML with the place of everything: what was read, where, and what would be accepted. */
@NullMarked
package fangpin.packs.yaml;

import org.jspecify.annotations.NullMarked;
