/** Inside the register: its SQL and its rules. */
@NullMarked
package fangpin.office.register.internal;

import org.jspecify.annotations.NullMarked;
