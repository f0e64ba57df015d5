/** 网页: pages and HTTP; translates, never decides. */
@NullMarked
package fangpin.office.web;

import org.jspecify.annotations.NullMarked;
