/**
 * A whole file of cases settled: members and cases in, results and rejects out, in memory that does not grow with the file.
 *
 * <p>Rows become records, cut into partitions by person; ids are cut into partitions by id to find duplicates; then each partition
 * is ordered, settled by the bulk executor and written.
 */
@NullMarked
package fangpin.batch.cases;

import org.jspecify.annotations.NullMarked;
