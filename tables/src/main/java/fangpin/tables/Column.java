package fangpin.tables;

/**
 * A column of a result.
 *
 * @param name as it stands in the header
 * @param kind how a spreadsheet shows its cells; in CSV all are text
 */
public record Column(String name, Kind kind) {

    /** Kinds of cells. */
    public enum Kind {
        /** Ids, dates, words: kept as they stand, never taken for a number. */
        TEXT,
        /** Yuan with two decimals. */
        MONEY,
        /** A whole number. */
        NUMBER
    }
}
