/**
 * Half-open periods. The as-of date is always an argument; nothing here asks what day it is.
 */
@NullMarked
package fangpin.kernel.time;

import org.jspecify.annotations.NullMarked;
