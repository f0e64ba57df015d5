/** Rows as bytes, in many streams, in memory up to a budget and beyond it in one temporary file. */
@NullMarked
package fangpin.batch.store;

import org.jspecify.annotations.NullMarked;
