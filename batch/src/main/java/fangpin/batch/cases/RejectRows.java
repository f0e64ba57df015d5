package fangpin.batch.cases;

import fangpin.batch.table.Column;
import fangpin.batch.table.RowBuffer;
import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rejected rows as they stand in the rejects file, each with a message in Chinese and English. */
final class RejectRows {
    private final CaseLayout layout;

    RejectRows(CaseLayout layout) {
        this.layout = layout;
    }

    List<Column> header() {
        return List.of(
                new Column("row", Column.Kind.NUMBER),
                text(layout.caseIdName),
                text("reason"),
                text("column"),
                text("value"),
                text("message"));
    }

    private static Column text(String name) {
        return new Column(name, Column.Kind.TEXT);
    }

    void write(RejectBook.Reject reject, RowBuffer out) {
        Text message = message(reject);
        out.number(reject.row());
        out.text(reject.id(), 0, reject.id().length);
        out.text(reject.reason().word());
        out.text(column(reject));
        out.text(reject.value());
        out.text(message.zh() + " " + message.en());
        out.endRow();
    }

    private String column(RejectBook.Reject reject) {
        return reject.column() == RejectBook.NO_COLUMN ? "" : layout.columnNames.get(reject.column());
    }

    /** What was read, what is wrong with it, what would be accepted. */
    Text message(RejectBook.Reject reject) {
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

    /** The case id of a reject as text. */
    static String id(RejectBook.Reject reject) {
        return new String(reject.id(), StandardCharsets.UTF_8);
    }
}
