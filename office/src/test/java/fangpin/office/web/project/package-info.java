/** Tests of the pages of projects. */
@NullMarked
package fangpin.office.web.project;

import org.jspecify.annotations.NullMarked;
