package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一人一档的一件事: something that happened to a person.
 *
 * @param words key of the sentence, in the message file of the room it comes from
 * @param arguments for the places of the sentence; a {@link StatusKind} or other enum is put into the reader's language
 * @param clause it rests on; empty where none is needed
 * @param amountFen money that went to or for the person; null where none did
 * @param address of the page that tells more; null where there is none
 * @param needs what the reader of that page must be allowed; null where whoever reads of the person may open it
 */
public record TimelineEvent(
        LocalDate day,
        String words,
        List<Object> arguments,
        String clause,
        @Nullable Long amountFen,
        @Nullable String address,
        @Nullable Right needs) {
    /** One whose page may be opened by whoever reads of the person. */
    public TimelineEvent(
            LocalDate day,
            String words,
            List<Object> arguments,
            String clause,
            @Nullable Long amountFen,
            @Nullable String address) {
        this(day, words, arguments, clause, amountFen, address, null);
    }

    /** Whether a reader may open the page that tells more. */
    public boolean opensFor(Actor reader) {
        return address != null && (needs == null || reader.may(needs));
    }
}
