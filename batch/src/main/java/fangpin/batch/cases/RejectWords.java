package fangpin.batch.cases;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;

/** Gives rejects their words, in Chinese and English. */
final class RejectWords {
    private final CaseLayout layout;

    RejectWords(CaseLayout layout) {
        this.layout = layout;
    }

    RejectedRow row(RejectBook.Reject reject) {
        return new RejectedRow(
                reject.row(), reject.id(), reject.reason(), column(reject), reject.value(), message(reject));
    }

    private String column(RejectBook.Reject reject) {
        return reject.column() == RejectBook.NO_COLUMN ? "" : layout.columnNames.get(reject.column());
    }

    private Text message(RejectBook.Reject reject) {
        String key = reject.reason().word();
        boolean near =
                reject.reason() == RejectReason.UNKNOWN_PERSON && !reject.note().isEmpty();
        return CaseMessages.text(near ? key + "-near" : key, column(reject), reject.value(), note(reject));
    }

    private String note(RejectBook.Reject reject) {
        if (reject.reason() != RejectReason.BAD_CODE) {
            return reject.note();
        }
        InputColumn input = layout.registerInputs.get(reject.column() - layout.inputColumn(0));
        return String.join(
                ", ",
                input.codes().stream()
                        .map(code -> code.word() + "/" + code.zh())
                        .toList());
    }
}
