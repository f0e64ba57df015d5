package fangpin.batch.cases;

import fangpin.kernel.Text;

/**
 * A row that was not accepted.
 *
 * @param row of the file, the header being 1
 * @param caseId as received; empty if the row has none
 * @param column the one that is at fault, by its English name; empty if no single one is
 * @param value what was read there, at most 200 characters
 * @param message what was read, what is wrong with it, what would be accepted
 */
public record RejectedRow(long row, String caseId, RejectReason reason, String column, String value, Text message) {}
