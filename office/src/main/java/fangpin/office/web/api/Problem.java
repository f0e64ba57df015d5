package fangpin.office.web.api;

import fangpin.office.access.RefusalReason;
import fangpin.office.web.Language;
import fangpin.office.web.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 出错说明 (RFC 9457): no value that was sent, no personal data, nothing of how the program is made.
 *
 * @param type a name for the reason that never changes
 * @param title of the status, in the program's language
 * @param detail the words of the reason
 * @param reason its short name
 * @param fields which cannot be taken
 * @param reference of an error of the office, by which its keepers find it in the log; null for what is the program's to mend
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String reason,
        List<Field> fields,
        @Nullable String reference) {
    Problem {
        fields = List.copyOf(fields);
    }

    /** A field and why it cannot be taken. */
    record Field(String field, String reason, String detail) {}

    static Problem of(
            Language language,
            int status,
            RefusalReason reason,
            List<Object> arguments,
            List<FieldFault> faults,
            @Nullable String reference) {
        Words words = Words.in(language);
        return new Problem(
                "urn:fangpin:problem:" + reason.key(),
                words.of("web.api.status." + status),
                status,
                words.of(reason.key(), arguments.toArray()),
                name(reason),
                faults.stream()
                        .map(fault -> new Field(
                                fault.field(),
                                name(fault.reason()),
                                words.of(fault.reason().key(), fault.arguments().toArray())))
                        .toList(),
                reference);
    }

    /** The last word of the key, as the office's own lists write it: CHANGED_MEANWHILE. */
    static String name(RefusalReason reason) {
        String key = reason.key();
        return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
