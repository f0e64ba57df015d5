package fangpin.office.web.accounts;

import fangpin.office.web.Language;
import fangpin.office.web.Words;
import java.util.List;
import java.util.Map;

/**
 * 登录页: what the pages before the desk show.
 *
 * @param csrf the value a form must send back
 * @param error a sentence, or empty
 * @param userName as typed
 * @param facts what else the page names, by key
 * @param examples logins of the demonstration
 */
public record Bare(
        Language language,
        String csrf,
        String error,
        String userName,
        Map<String, String> facts,
        List<Example> examples) {
    /** A login that the demonstration shows. */
    public record Example(String userName, String password, String role) {}

    public Bare {
        facts = Map.copyOf(facts);
        examples = List.copyOf(examples);
    }

    /** Words in the reader's language. */
    public String say(String key, Object... arguments) {
        return Words.in(language).of(key, arguments);
    }
}
