@NullMarked
package fangpin.demonstration;

import org.jspecify.annotations.NullMarked;
