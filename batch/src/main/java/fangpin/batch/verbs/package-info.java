/** The verbs of the command line: they read arguments and print, and decide nothing. */
@NullMarked
package fangpin.batch.verbs;

import org.jspecify.annotations.NullMarked;
