/**
 * How fast the kernel is, measured by JMH; outside the normal build.
 */
@NullMarked
package fangpin.bench;

import org.jspecify.annotations.NullMarked;
