package fangpin.batch.cases;

import fangpin.packs.explain.RejectedRow;

/** Gives rejects the names of their columns. */
final class RejectNames {
    private final CaseLayout layout;

    RejectNames(CaseLayout layout) {
        this.layout = layout;
    }

    RejectedRow row(RejectBook.Reject reject) {
        String column = reject.column() == RejectBook.NO_COLUMN ? "" : layout.columnNames.get(reject.column());
        return new RejectedRow(reject.row(), reject.id(), reject.reason(), column, reject.value(), reject.note());
    }
}
