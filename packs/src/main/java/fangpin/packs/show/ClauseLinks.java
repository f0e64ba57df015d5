package fangpin.packs.show;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.PolicyPack;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where clauses stand: {@code WH3 §3.1 ①} at {@code #WH3-3.1-①}, those of the pack above on its own page. */
public final class ClauseLinks {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Map<String, String> pages = new TreeMap<>();
    private final Pattern ids;

    /**
     * Prepares the links.
     *
     * @param shown clauses of the pack above that stand on this page too
     */
    ClauseLinks(PolicyPack pack, Set<ClauseId> shown) {
        PolicyPack.Superior superior = pack.superior();
        if (superior != null) {
            add(superior.documents(), page(superior.id()));
        }
        add(pack.documents(), "");
        shown.forEach(clause -> pages.put(clause.text(), ""));
        List<String> longestFirst = pages.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .toList();
        this.ids = longestFirst.isEmpty()
                ? NOTHING
                : Pattern.compile(longestFirst.stream()
                        .collect(Collectors.joining("|", "(?<![A-Za-z0-9])(", ")( [①-⑩])?(?![A-Za-z0-9]|\\.\\d)")));
    }

    private void add(List<Document> documents, String page) {
        documents.stream()
                .flatMap(document -> document.clauses().stream())
                .map(Clause::id)
                .forEach(id -> pages.put(id.text(), page));
    }

    /** The file name that a pack's page should bear, so that pages in one folder find each other. */
    public static String page(String pack) {
        return "./" + pack + ".html";
    }

    /** The name of a clause's place on its page: {@code WH3-3.1}. */
    public static String anchor(ClauseId id) {
        return id.text().replace("§", "").replaceAll("\\s+", "-");
    }

    /** Writes a text; each clause that it names leads to where the clause stands. */
    void write(String text, Markup out) {
        Matcher matcher = ids.matcher(text);
        int from = 0;
        while (matcher.find()) {
            String id = matcher.group();
            out.text(text.substring(from, matcher.start()))
                    .element("a", id, "href", pages.get(matcher.group(1)) + "#" + anchor(new ClauseId(id)));
            from = matcher.end();
        }
        out.text(text.substring(from));
    }
}
