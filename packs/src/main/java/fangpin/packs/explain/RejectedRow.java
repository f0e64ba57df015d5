package fangpin.packs.explain;

/**
 * 退回的行 A row that could not be settled.
 *
 * @param row record number in the file, the header as 1
 * @param caseId bill id or claim id as read; empty if it could not be read
 * @param column English name of the cell that decided; empty if the whole row is at fault
 * @param value what was read there; empty if the cell was
 */
public record RejectedRow(long row, String caseId, RejectReason reason, String column, String value) {}
