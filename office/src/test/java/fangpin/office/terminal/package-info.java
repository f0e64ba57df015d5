@NullMarked
package fangpin.office.terminal;

import org.jspecify.annotations.NullMarked;
