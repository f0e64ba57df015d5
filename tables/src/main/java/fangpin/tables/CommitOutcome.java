package fangpin.tables;

/** What came of letting the results of a run appear. */
public sealed interface CommitOutcome permits CommitOutcome.Committed, FileRefusal {

    /** All results stand whole under their names, and are on the disk. */
    record Committed() implements CommitOutcome {}
}
