package fangpin.batch.plain;

import java.util.List;

/**
 * A row that was not accepted.
 *
 * @param row the number of the record, the header being 1
 * @param id the bill's or claim's id as it came in; empty where the row has no such cell
 * @param column the English name of the offending column, empty where there is none
 * @param value the offending cell, cut at 200 characters
 */
public record PlainReject(int row, String id, String reason, String column, String value) {
    private static final int LONGEST_VALUE = 200;

    static PlainReject of(PlainRecord record, String id, String reason, String column, String value) {
        return new PlainReject(record.row(), id, reason, column, cut(value));
    }

    /** The cells of the rejects file that are compared. */
    public List<String> cells() {
        return List.of(Integer.toString(row), id, reason, column, value);
    }

    /** Characters are Unicode's, so that a character beyond the BMP is never cut in two. */
    private static String cut(String value) {
        if (value.codePointCount(0, value.length()) <= LONGEST_VALUE) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE));
    }
}
