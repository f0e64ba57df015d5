/**
 * Public money before it reaches a family: funds split over divisions by a formula, and who pays a premium in which order.
 */
@NullMarked
package fangpin.kernel.allocation;

import org.jspecify.annotations.NullMarked;
