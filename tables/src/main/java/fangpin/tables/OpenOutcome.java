package fangpin.tables;

/** What came of opening a file: a {@link Table}, or the reason why not. */
public sealed interface OpenOutcome permits Table, FileRefusal {}
