/**
 * The second, plain implementation of Weihai's 2020 plan (WH3), written straight from the clauses and the file formats,
 * without a look at the real one, which it checks on random inputs. Nothing here is meant to be fast.
 */
@NullMarked
package fangpin.batch.plain;

import org.jspecify.annotations.NullMarked;
