package fangpin.packs;

/**
 * A number with its unit, as clauses and packs write them.
 *
 * @param value fen, parts per million, a plain count, or a day counted from 1970-01-01
 */
public record Figure(Unit unit, long value) {
    /** What a figure counts. */
    public enum Unit {
        FEN,
        PPM,
        COUNT,
        DAY
    }
}
