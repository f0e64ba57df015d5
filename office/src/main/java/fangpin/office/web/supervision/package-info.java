/** 资金监管页面: the board, findings, bank statements, audit packages, bulletins. */
@NullMarked
package fangpin.office.web.supervision;

import org.jspecify.annotations.NullMarked;
