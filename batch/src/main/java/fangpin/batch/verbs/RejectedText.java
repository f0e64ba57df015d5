package fangpin.batch.verbs;

import fangpin.batch.cases.RejectedRow;
import fangpin.kernel.Text;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A rejected row, explained. */
final class RejectedText {
    private static final JsonFactory JSON = new JsonFactory();

    private RejectedText() {}

    static String of(RejectedRow row, ExplainVerb.Audience audience, Text.Language language) {
        Text line = VerbMessages.text(
                "rejected", Long.toString(row.row()), row.reason().word(), row.message());
        return switch (audience) {
            case PERSON, CLERK -> line.in(language);
            case JSON -> json(row);
        };
    }

    private static String json(RejectedRow row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeNumberProperty("row", row.row());
            out.writeStringProperty("case_id", row.caseId());
            out.writeStringProperty("rejected", row.reason().word());
            out.writeStringProperty("column", row.column());
            out.writeStringProperty("value", row.value());
            out.writeObjectPropertyStart("message");
            out.writeStringProperty("zh", row.message().zh());
            out.writeStringProperty("en", row.message().en());
            out.writeEndObject();
            out.writeEndObject();
        }
        return text.toString();
    }
}
