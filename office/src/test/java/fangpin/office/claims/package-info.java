@NullMarked
package fangpin.office.claims;

import org.jspecify.annotations.NullMarked;
