/**
 * Tables in files: CSV, gzipped CSV and xlsx, read as rows of UTF-8 cells, and results written whole or not at all.
 *
 * <p>Start at {@link fangpin.batch.table.Tables#open} for reading and at {@link fangpin.batch.table.Outputs} for
 * writing. What can go wrong with a file is a value, {@link fangpin.batch.table.FileRefusal}, never an exception.
 */
@NullMarked
package fangpin.batch.table;

import org.jspecify.annotations.NullMarked;
