package fangpin.office.register.roster;

/** 已读之行: a line of the file as far as the file alone tells, with its cells as they stood, should they be given back. */
sealed interface ReadRow {
    /** The cells, {@link PackedCells packed}. */
    Bytes cells();

    /** Nothing wrong yet. */
    record Good(PersonRow row, Bytes cells) implements ReadRow {}

    /** Not to be taken. */
    record Bad(int number, Problem problem, Bytes cells) implements ReadRow {}
}
