package fangpin.kernel.ledger;

import fangpin.kernel.Text;

/** What drafting an entry gives: the entry, or the one reason why there is none. */
public sealed interface Drafted permits JournalEntry, Drafted.Refused {
    /** No entry. */
    record Refused(Reason reason, Text message) implements Drafted {}

    /** Why postings make no entry, in order of precedence. */
    enum Reason {
        TOO_FEW_POSTINGS,
        UNBALANCED
    }
}
