package fangpin.office.settlement.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.settlement.BillMessage;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The hash of everything a message says, its number left out: whether a message under the same number is the same one. */
@Component
public final class MessageHash {
    private final Secrets secrets;

    MessageHash(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Keyed, for an ID number goes in and could be guessed out of a plain hash; lower-case hex. */
    public String of(BillMessage message) {
        StringBuilder text = new StringBuilder();
        line(text, message.billNumber());
        line(text, message.idNumber());
        line(text, message.admittedOn().toString());
        line(text, message.dischargedOn().toString());
        new TreeMap<>(message.amountsFen()).forEach((name, amount) -> {
            line(text, name);
            line(text, Long.toString(amount));
        });
        if (!message.words().isEmpty()) {
            line(text, "words");
            new TreeMap<>(message.words()).forEach((name, word) -> {
                line(text, name);
                line(text, word);
            });
        }
        if (!message.department().isEmpty()) {
            line(text, "department");
            line(text, message.department());
        }
        return HexFormat.of().formatHex(secrets.fingerprint(FieldKind.ID_NUMBER, text.toString()));
    }

    private static void line(StringBuilder text, String value) {
        text.append(value.length()).append(' ').append(value).append('\n');
    }
}
