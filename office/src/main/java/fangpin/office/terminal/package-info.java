/** 终端: the verbs of the command line, from starting the office to saving and restoring it. */
@NullMarked
package fangpin.office.terminal;

import org.jspecify.annotations.NullMarked;
