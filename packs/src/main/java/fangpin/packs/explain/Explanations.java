package fangpin.packs.explain;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.ProgrammeRun;
import fangpin.kernel.settlement.Settlement;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** 说明 Why a case was paid as it was, or a row refused: for the person, for the clerk, for machines. */
public final class Explanations {
    private static final JsonFactory JSON = new JsonFactory();

    private Explanations() {}

    /** A few short sentences for the person, in words that can be read aloud. */
    public static String person(PolicyPack pack, Settlement settlement, Text.Language language) {
        return new PersonSentence(settlement, Messages.in(language)).text();
    }

    /** One page of plain text for the clerk: every figure, how it came about, and the words of the clauses. */
    public static String clerk(PolicyPack pack, Settlement settlement, Text.Language language) {
        return new ClerkPage(pack, settlement, Messages.in(language)).text();
    }

    /** One page of plain text for the clerk about a programme: what came in, every step, what comes out and whose money it is. */
    public static String clerk(PolicyPack pack, ProgrammeRun.Outcome.Granted granted, Text.Language language) {
        return new ProgrammePage(pack, granted, Messages.in(language)).text();
    }

    /** Writes the full detail as one object; the caller ends the line. */
    public static void json(PolicyPack pack, Settlement settlement, JsonGenerator out) {
        new JsonDetail(pack, settlement, out).write();
    }

    /** The full detail as one line, without the line end. */
    public static String json(PolicyPack pack, Settlement settlement) {
        return line(out -> json(pack, settlement, out));
    }

    /** One line about a refused row: what was read, why it is refused, what would be accepted. */
    public static String rejected(Product product, RejectedRow row, Text.Language language) {
        return new RejectionWords(product, row, Messages.in(language)).line();
    }

    /** What the person is told about a refused row. */
    public static String rejectedPerson(Product product, RejectedRow row, Text.Language language) {
        return new RejectionWords(product, row, Messages.in(language)).person();
    }

    /** Writes a refused row as one object; the caller ends the line. */
    public static void rejectedJson(Product product, RejectedRow row, JsonGenerator out) {
        RejectionWords.json(product, row, out);
    }

    /** A refused row as one line, without the line end. */
    public static String rejectedJson(Product product, RejectedRow row) {
        return line(out -> rejectedJson(product, row, out));
    }

    private static String line(Consumer<JsonGenerator> writer) {
        StringWriter text = new StringWriter(8192);
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writer.accept(out);
        }
        return text.toString();
    }
}
