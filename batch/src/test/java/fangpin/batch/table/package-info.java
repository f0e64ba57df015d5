@NullMarked
package fangpin.batch.table;

import org.jspecify.annotations.NullMarked;
