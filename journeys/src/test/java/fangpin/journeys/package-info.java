/** 业务全程: what clerks do, from the sign-in to the last page, in a real browser. */
@NullMarked
package fangpin.journeys;

import org.jspecify.annotations.NullMarked;
