@NullMarked
package fangpin.office;

import org.jspecify.annotations.NullMarked;
