@NullMarked
package fangpin.office.appropriation;

import org.jspecify.annotations.NullMarked;
