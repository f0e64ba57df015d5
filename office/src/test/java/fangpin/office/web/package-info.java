/** Tests of the web desk. */
@NullMarked
package fangpin.office.web;

import org.jspecify.annotations.NullMarked;
