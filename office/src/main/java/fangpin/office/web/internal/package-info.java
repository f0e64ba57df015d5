/** Inside the desk: controllers and how they are wired. */
@NullMarked
package fangpin.office.web.internal;

import org.jspecify.annotations.NullMarked;
