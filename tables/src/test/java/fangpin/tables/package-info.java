@NullMarked
package fangpin.tables;

import org.jspecify.annotations.NullMarked;
