package fangpin.tables;

/** What came of opening a file line by line: its {@link Lines}, or the reason why not. */
public sealed interface LinesOutcome permits Lines, FileRefusal {}
