package fangpin.batch.plain;

import java.util.OptionalInt;

/** The whole run is refused and nothing is written: exit status 1. */
public final class PlainRefusal extends RuntimeException {
    private static final int NO_ROW = 0;

    private final int row;

    PlainRefusal(String why) {
        this(why, NO_ROW);
    }

    PlainRefusal(String why, int row) {
        super(row == NO_ROW ? why : "row " + row + ": " + why);
        this.row = row;
    }

    /** The row that caused the refusal, the header being 1; empty when no single row did (a missing column, no bytes). */
    public OptionalInt row() {
        return row == NO_ROW ? OptionalInt.empty() : OptionalInt.of(row);
    }
}
