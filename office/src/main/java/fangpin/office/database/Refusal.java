package fangpin.office.database;

import fangpin.kernel.Text;
import fangpin.office.database.internal.Messages;

/**
 * 受阻说明: what was found and what to do about it.
 *
 * @param reason the cause, one of a closed set
 * @param text for the person at the terminal
 */
public record Refusal(Reason reason, Text text) {
    /** A refusal with the text of its reason, {@code {0}}, {@code {1}}, ... filled in. */
    public static Refusal of(Reason reason, Object... arguments) {
        return new Refusal(reason, Messages.text(reason.key(), arguments));
    }
}
