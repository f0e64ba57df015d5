package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.packs.yaml.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clauses that a pack may cite: its own documents' and those of the pack above. */
public final class Clauses {
    private final Map<ClauseId, Clause> known = new LinkedHashMap<>();

    public Clauses(List<Document> documents) {
        for (Document document : documents) {
            for (Clause clause : document.clauses()) {
                known.put(clause.id(), clause);
            }
        }
    }

    /** A clause id that exists, down to its paragraph. Figures read since the last clause are put under it. */
    public ClauseId cited(Cursor cursor) {
        ClauseId id = new ClauseId(cursor.absent() ? "?" : cursor.word());
        Clause clause = id.text().isEmpty() ? null : known.get(id.whole());
        boolean there = clause != null && id.paragraph() <= clause.paragraphs().size();
        if (!there && !cursor.absent()) {
            List<String> near = known.keySet().stream()
                    .map(ClauseId::text)
                    .filter(text -> !id.text().isEmpty() && text.startsWith(id.document() + " "))
                    .toList();
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.UNKNOWN_CLAUSE,
                            id.text(),
                            "没有条款“" + id.text() + "”；该文件的条款有：" + String.join("、", near) + "。",
                            "There is no clause \"" + id.text() + "\"; the document has: " + String.join(", ", near)
                                    + ".");
        }
        cursor.context().figuresUnder(id);
        return id;
    }
}
