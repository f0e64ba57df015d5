package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import java.util.List;

/**
 * 条款 One numbered clause of an issued document, word for word.
 *
 * @param id for example {@code WH3 §3.1}
 * @param heading as printed
 * @param paragraphs as printed, in order; empty for a heading that only holds sub-clauses
 */
public record Clause(ClauseId id, String heading, List<String> paragraphs) {
    /** The words an id points at: one paragraph, or all of them. */
    public String words(ClauseId cited) {
        int paragraph = cited.paragraph();
        return paragraph == 0 ? String.join("\n", paragraphs) : paragraphs.get(paragraph - 1);
    }
}
