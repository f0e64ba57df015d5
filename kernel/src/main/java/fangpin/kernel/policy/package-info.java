/**
 * What a policy pack says: documents and clauses, readings, open terms, insured groups, products, programmes.
 */
@NullMarked
package fangpin.kernel.policy;

import org.jspecify.annotations.NullMarked;
