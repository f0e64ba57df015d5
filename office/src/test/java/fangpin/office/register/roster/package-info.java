@NullMarked
package fangpin.office.register.roster;

import org.jspecify.annotations.NullMarked;
