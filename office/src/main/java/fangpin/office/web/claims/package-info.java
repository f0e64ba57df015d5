/** 理赔 on the desk: the list, the report, a claim's page, what is printed for the family. */
@NullMarked
package fangpin.office.web.claims;

import org.jspecify.annotations.NullMarked;
