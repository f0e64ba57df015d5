package fangpin.office.web;

import fangpin.kernel.policy.Clause;
import java.util.List;

/**
 * 页边的条文: the sentence a page rests on, beside its figures.
 *
 * @param id of the clause as cited
 * @param document its title and number
 * @param paragraphs the clause's own words, or only the paragraph cited
 */
public record Law(String id, String document, String heading, List<String> paragraphs) {
    /** A clause as a margin shows it. */
    public static Law of(String cited, String documentTitle, String number, Clause clause) {
        int paragraph = new fangpin.kernel.ClauseId(cited).paragraph();
        List<String> words = paragraph == 0 || paragraph > clause.paragraphs().size()
                ? clause.paragraphs()
                : List.of(clause.paragraphs().get(paragraph - 1));
        return new Law(cited, documentTitle + " " + number, clause.heading(), words);
    }
}
