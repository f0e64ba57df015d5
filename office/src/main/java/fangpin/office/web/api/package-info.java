/** 接口: the office for programs: JSON, problems with named reasons, keys of repeated requests, the document of it all. */
@NullMarked
package fangpin.office.web.api;

import org.jspecify.annotations.NullMarked;
