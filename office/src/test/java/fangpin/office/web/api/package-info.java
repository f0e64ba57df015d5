/** Tests of the office for programs, over HTTP. */
@NullMarked
package fangpin.office.web.api;

import org.jspecify.annotations.NullMarked;
