/** 防贫办公: the office's rooms over PostgreSQL, its desk in the browser, and how it is started. */
@NullMarked
package fangpin.office;

import org.jspecify.annotations.NullMarked;
