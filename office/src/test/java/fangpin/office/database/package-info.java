@NullMarked
package fangpin.office.database;

import org.jspecify.annotations.NullMarked;
