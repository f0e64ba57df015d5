/** Pages of sign-in, accounts, security and audit. */
@NullMarked
package fangpin.office.web.accounts;

import org.jspecify.annotations.NullMarked;
