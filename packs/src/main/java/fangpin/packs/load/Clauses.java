package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.packs.yaml.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The clauses that a pack may cite: its own documents' and those of the pack above. */
public final class Clauses {
    private static final Pattern PARAGRAPH_ALONE = Pattern.compile("[①②③④⑤⑥⑦⑧⑨⑩]");

    private final Map<ClauseId, Clause> known = new LinkedHashMap<>();

    private final Predicate<String> unread;

    public Clauses(List<Document> documents) {
        this(documents, document -> false);
    }

    /**
     * Clauses of a pack that lacks some of its texts.
     *
     * @param unread whether the text of a document could not be read, which has been said; its clauses are taken on trust
     */
    Clauses(List<Document> documents, Predicate<String> unread) {
        this.unread = unread;
        for (Document document : documents) {
            for (Clause clause : document.clauses()) {
                known.put(clause.id(), clause);
            }
        }
    }

    /** A clause id that exists, down to its paragraph. Figures read since the last clause are put under it. */
    public ClauseId cited(Cursor cursor) {
        String word = cursor.word();
        // an id names its document before the paragraph; what does not is no id at all
        boolean wellFormed = !word.isEmpty()
                && word.charAt(0) != ' '
                && !PARAGRAPH_ALONE.matcher(word).matches();
        ClauseId id = new ClauseId(wellFormed ? word : "?");
        Clause clause = known.get(id.whole());
        boolean there = clause != null && id.paragraph() <= clause.paragraphs().size();
        if (!there && !word.isEmpty() && !unread.test(id.document())) {
            List<String> near = known.keySet().stream()
                    .map(ClauseId::text)
                    .filter(text -> text.startsWith(id.document() + " "))
                    .toList();
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.UNKNOWN_CLAUSE,
                            word,
                            "没有条款“" + word + "”；该文件的条款有：" + String.join("、", near) + "。",
                            "There is no clause \"" + word + "\"; the document has: " + String.join(", ", near) + ".");
        }
        cursor.context().figuresUnder(id);
        return id;
    }

    /** A clause that may be cited; empty if there is none, which has been said where it was cited. */
    Optional<Clause> clause(ClauseId id) {
        return Optional.ofNullable(known.get(id.whole()));
    }
}
