/**
 * Tables in files: CSV, gzipped CSV and xlsx, read as rows of UTF-8 cells, and results written whole or not at all.
 *
 * <p>Start at {@link fangpin.tables.Tables#open} for reading and at {@link fangpin.tables.Outputs} for
 * writing. What can go wrong with a file is a value, {@link fangpin.tables.FileRefusal}, never an exception.
 */
@NullMarked
package fangpin.tables;

import org.jspecify.annotations.NullMarked;
