package fangpin.office.claims;

import java.time.LocalDate;

/**
 * 经过: one step of a claim.
 *
 * @param what a word of the message files, below {@code claims.step}
 */
public record ClaimStep(int number, String what, LocalDate happenedOn, String note, long enteredBy) {}
