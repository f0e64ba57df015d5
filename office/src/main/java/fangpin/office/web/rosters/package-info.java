/** 名单导入 on the desk: pages of uploads, columns, differences. */
@NullMarked
package fangpin.office.web.rosters;

import org.jspecify.annotations.NullMarked;
