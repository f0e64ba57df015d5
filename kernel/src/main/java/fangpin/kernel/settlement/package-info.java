/**
 * One case under one product: the layers, every fen in one bucket, the trace and the receipt.
 */
@NullMarked
package fangpin.kernel.settlement;

import org.jspecify.annotations.NullMarked;
