package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a document, cut into numbered clauses: header lines {@code number:}, {@code title:}, {@code issued:}, then
 * {@code ## WH3 §3.1}, the heading as printed, and paragraphs between blank lines. Lines that begin with {@code >} are the editor's.
 */
final class ClauseFile {
    private ClauseFile() {}

    static Document parse(String id, byte[] bytes, String sha256) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        Map<String, String> header = new HashMap<>();
        List<Clause> clauses = new ArrayList<>();
        int at = 0;
        while (at < lines.size() && !lines.get(at).startsWith("## ")) {
            int colon = lines.get(at).indexOf(": ");
            if (colon > 0) {
                header.put(lines.get(at).substring(0, colon), lines.get(at).substring(colon + 2));
            }
            at++;
        }
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size() && !lines.get(end).startsWith("## ")) {
                end++;
            }
            clauses.add(clause(lines.subList(at, end)));
            at = end;
        }
        return new Document(
                id,
                header.getOrDefault("number", "-"),
                header.getOrDefault("title", id),
                date(header.getOrDefault("issued", "-")),
                sha256,
                List.copyOf(clauses));
    }

    private static Clause clause(List<String> lines) {
        List<String> own = lines.subList(1, lines.size()).stream()
                .filter(line -> !line.startsWith(">"))
                .toList();
        boolean headed = !own.isEmpty() && !own.getFirst().isEmpty();
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : headed ? own.subList(1, own.size()) : own) {
            if (!line.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            } else if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
        }
        ClauseId id = new ClauseId(lines.getFirst().substring(3).strip());
        return new Clause(id, headed ? own.getFirst() : "", List.copyOf(paragraphs));
    }

    /** Documents that print no date are taken as issued on the earliest of days; the pack says when it was issued. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            return LocalDate.MIN;
        }
    }
}
