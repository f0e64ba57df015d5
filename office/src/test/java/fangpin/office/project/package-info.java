@NullMarked
package fangpin.office.project;

import org.jspecify.annotations.NullMarked;
