/**
 * Double entry: accounts, postings, entries that sum to zero or do not exist.
 */
@NullMarked
package fangpin.kernel.ledger;

import org.jspecify.annotations.NullMarked;
