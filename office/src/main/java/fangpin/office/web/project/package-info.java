/** 项目库的网页 */
@NullMarked
package fangpin.office.web.project;

import org.jspecify.annotations.NullMarked;
