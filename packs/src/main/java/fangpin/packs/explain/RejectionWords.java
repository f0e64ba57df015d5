package fangpin.packs.explain;

import fangpin.kernel.Text;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A refused row in words: what was read, why it is refused, what would be accepted. */
final class RejectionWords {
    private final Product product;
    private final RejectedRow row;
    private final Messages messages;

    RejectionWords(Product product, RejectedRow row, Messages messages) {
        this.product = product;
        this.row = row;
        this.messages = messages;
    }

    /** For clerks and the rejects file. */
    String line() {
        return messages.text("reject.line", why(), accepted());
    }

    /** For the person: what to do about it, if writing something else would help at all. */
    String person() {
        String what = switch (product.caseKind()) {
            case BILL -> messages.text("reject.bill");
            case CLAIM -> messages.text("reject.claim");
        };
        return switch (row.reason()) {
            case BAD_ROW,
                    BAD_ID,
                    MISSING_FIELD,
                    BAD_DATE,
                    BAD_KIND,
                    BAD_CODE,
                    BAD_GRADE,
                    BAD_AMOUNT,
                    AMOUNTS_INCONSISTENT -> messages.text("reject.person", what, line());
            case DUPLICATE_BILL, DUPLICATE_CLAIM, UNKNOWN_PERSON, NOT_COVERED, ALREADY_DECEASED ->
                messages.text("reject.person-final", what, line());
        };
    }

    /** The same as data; what would be accepted in both languages, because it is meant for people all the same. */
    static void json(Product product, RejectedRow row, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("product", product.id());
        out.writeNumberProperty("row", row.row());
        out.writeStringProperty("case_id", row.caseId());
        out.writeStringProperty("rejected", row.reason().word());
        out.writeStringProperty("column", row.column());
        out.writeStringProperty("value", row.value());
        out.writeObjectPropertyStart("accepted");
        for (Text.Language language : Text.Language.values()) {
            String name = switch (language) {
                case ZH -> "zh";
                case EN -> "en";
            };
            out.writeStringProperty(name, new RejectionWords(product, row, Messages.in(language)).accepted());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private String why() {
        String column = label();
        String value = messages.text("quoted", row.value());
        return switch (row.reason()) {
            case BAD_ROW -> messages.text("reject.bad-row", row.note());
            case BAD_ID -> messages.text("reject.bad-id", column, value);
            case MISSING_FIELD -> messages.text("reject.missing-field", column);
            case BAD_DATE -> messages.text("reject.bad-date", column, value);
            case BAD_KIND, BAD_CODE, BAD_GRADE, BAD_AMOUNT -> messages.text("reject.bad-value", column, value);
            case AMOUNTS_INCONSISTENT -> messages.text("reject.inconsistent", column, value);
            case DUPLICATE_BILL, DUPLICATE_CLAIM -> messages.text("reject.duplicate", column, value);
            case UNKNOWN_PERSON ->
                row.note().isEmpty()
                        ? messages.text("reject.unknown-person", column, value)
                        : messages.text("reject.near-miss", column, value, messages.text("quoted", row.note()));
            case NOT_COVERED -> messages.text("reject.not-covered", column, value);
            case ALREADY_DECEASED -> messages.text("reject.already-deceased");
        };
    }

    private String accepted() {
        return switch (row.reason()) {
            case BAD_ROW -> messages.text("accept.row");
            case BAD_ID -> messages.text("accept.id");
            case MISSING_FIELD, BAD_KIND, BAD_CODE, BAD_GRADE, BAD_AMOUNT -> cell();
            case BAD_DATE -> date();
            case AMOUNTS_INCONSISTENT ->
                switch (product.caseKind()) {
                    case BILL -> messages.text("accept.amounts-bill");
                    case CLAIM -> messages.text("accept.amounts-claim");
                };
            case DUPLICATE_BILL, DUPLICATE_CLAIM -> messages.text("accept.once");
            case UNKNOWN_PERSON -> messages.text(row.note().isEmpty() ? "accept.member" : "accept.same-letters");
            case NOT_COVERED -> covered();
            case ALREADY_DECEASED -> messages.text("accept.one-death");
        };
    }

    /** What the column's cells may hold. */
    private String cell() {
        for (InputColumn column : product.inputs()) {
            if (column.name().equals(row.column())) {
                return switch (column.kind()) {
                    case MONEY -> messages.text("accept.money");
                    case CODE -> messages.text("accept.words", messages.list(words(column)));
                    case GRADE ->
                        messages.text(
                                "accept.grade", Integer.toString(column.codes().size()));
                    case KEY, COVERED, COUNT -> messages.text("accept.filled");
                };
            }
        }
        return row.column().endsWith("_date") ? date() : messages.text("accept.filled");
    }

    private List<String> words(InputColumn column) {
        List<String> words = new ArrayList<>();
        for (InputColumn.CodeWord word : column.codes()) {
            words.add(messages.text("accept.word", word.zh(), word.word()));
        }
        return words;
    }

    private String date() {
        String example = product.period().from().toString();
        return switch (product.dateBasis()) {
            case ADMISSION, DISCHARGE -> messages.text("accept.date-stay", example);
            case ACCIDENT -> messages.text("accept.date", example);
        };
    }

    private String covered() {
        List<String> groups = product.cover().stream()
                .map(CoverRule::name)
                .map(messages::name)
                .toList();
        return messages.text(
                "accept.covered",
                messages.list(groups),
                product.period().from().toString(),
                product.period().lastDay().toString());
    }

    /** What the column is called; ids and dates are every product's and stand in no pack. */
    private String label() {
        for (InputColumn column : product.inputs()) {
            if (column.name().equals(row.column())) {
                return messages.name(column.label());
            }
        }
        return switch (row.column()) {
            case "bill_id" -> messages.text("clerk.bill");
            case "claim_id" -> messages.text("clerk.claim");
            case "person_id" -> messages.text("clerk.person");
            case "admission_date" -> messages.text("date.admission");
            case "discharge_date" -> messages.text("date.discharge");
            case "accident_date" -> messages.text("date.accident");
            default -> row.column();
        };
    }
}
