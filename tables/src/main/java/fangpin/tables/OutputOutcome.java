package fangpin.tables;

/** What came of beginning a result: a {@link TableWriter}, or the reason why not. */
public sealed interface OutputOutcome permits TableWriter, FileRefusal {}
