/** 公文与单据: letters, tables and handbooks as files that people print and send; knows nothing of what they say. */
@NullMarked
package fangpin.office.papers;

import org.jspecify.annotations.NullMarked;
