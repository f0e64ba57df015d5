/** 出院结算 on the desk: the window of a hospital, a bill's page, the sheet to be signed. */
@NullMarked
package fangpin.office.web.settlement;

import org.jspecify.annotations.NullMarked;
