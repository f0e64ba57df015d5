/** 政策库: the documents with their clauses, the packs made of them, readings and open terms with who decided. The face of the room. */
@NullMarked
package fangpin.office.policy;

import org.jspecify.annotations.NullMarked;
