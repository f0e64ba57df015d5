package fangpin.packs.show;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.Clause;
import fangpin.packs.NotARule;
import fangpin.packs.check.FigureMarks;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clauses on a page: left their words, paragraph by paragraph, right the rules that carry them out. */
final class ClauseTable {
    private static final int NUMBERED = 10;

    private final Map<ClauseId, List<Rule>> rules = new LinkedHashMap<>();
    private final Map<ClauseId, List<String>> notRules = new LinkedHashMap<>();
    private final ClauseLinks links;
    private final Wording wording;
    private final Markup out;

    /**
     * Prepares the table.
     *
     * @param rules of every clause that has one
     * @param notRules figures of the clauses that are no rule
     */
    ClauseTable(List<ClauseRules> rules, List<NotARule> notRules, ClauseLinks links, Wording wording, Markup out) {
        rules.forEach(one -> this.rules.put(one.clause(), one.rules()));
        for (NotARule mark : notRules) {
            this.notRules
                    .computeIfAbsent(mark.clause(), one -> new ArrayList<>())
                    .add(wording.text("page.no-rule", mark.figure(), wording.text(mark.why())));
        }
        this.links = links;
        this.wording = wording;
        this.out = out;
    }

    /** Whether any rule cites a clause or one of its paragraphs. */
    boolean hasRules(Clause clause) {
        return rules.keySet().stream().anyMatch(cited -> cited.whole().equals(clause.id()));
    }

    /**
     * Writes clauses with their rules.
     *
     * @param marks of the figures; null if they are not to be marked
     */
    void write(List<Clause> clauses, @Nullable FigureMarks marks) {
        out.open("table", "class", "sides").open("thead").open("tr");
        out.element("th", wording.text("page.words")).element("th", wording.text("page.rules"));
        out.close().close();
        for (Clause clause : clauses) {
            write(clause, new ClauseWords(clause, marks == null ? List.of() : marks.in(clause), wording, out));
        }
        out.close();
    }

    private void write(Clause clause, ClauseWords words) {
        out.open("tbody", "id", ClauseLinks.anchor(clause.id()), "class", hasRules(clause) ? "clause" : "clause quiet");
        out.open("tr", "class", "heading").open("th", "colspan", "2").open("h3");
        out.element("a", clause.id().text(), "href", "#" + ClauseLinks.anchor(clause.id()), "class", "cite");
        out.text(" ");
        words.heading();
        out.close().close().close();
        int paragraphs = clause.paragraphs().size();
        if (paragraphs == 0) {
            besideNothing(clause.id());
        }
        for (int number = 1; number <= paragraphs; number++) {
            paragraph(clause, words, number);
        }
        out.close();
    }

    private void besideNothing(ClauseId clause) {
        if (rules.containsKey(clause) || notRules.containsKey(clause)) {
            out.open("tr").empty("td").open("td");
            rules(clause);
            out.close().close();
        }
    }

    private void paragraph(Clause clause, ClauseWords words, int number) {
        boolean only = clause.paragraphs().size() == 1;
        String label = number > NUMBERED ? "" : Character.toString('①' + number - 1);
        ClauseId id = label.isEmpty() ? clause.id() : new ClauseId(clause.id() + " " + label);
        if (label.isEmpty()) {
            out.open("tr");
        } else {
            out.open("tr", "id", ClauseLinks.anchor(id));
        }
        if (words.isWide(number)) {
            out.open("td", "colspan", "2");
            words.paragraph(number, only ? "" : label);
            out.close().close().open("tr").empty("td");
        } else {
            out.open("td");
            words.paragraph(number, only ? "" : label);
            out.close();
        }
        out.open("td");
        if (number == 1 && !only && rules.containsKey(clause.id())) {
            out.element("p", wording.text("page.whole-clause"), "class", "whole");
        }
        if (number == 1) {
            rules(clause.id());
        }
        if (!label.isEmpty()) {
            if (number == 1 && !only && rules.containsKey(clause.id()) && rules.containsKey(id)) {
                out.element("p", label, "class", "whole");
            }
            rules(id);
        }
        out.close().close();
    }

    private void rules(ClauseId clause) {
        List<Rule> own = rules.getOrDefault(clause, List.of());
        if (!own.isEmpty()) {
            out.open("ul");
            own.forEach(this::rule);
            out.close();
        }
        List<String> none = notRules.getOrDefault(clause, List.of());
        if (!none.isEmpty()) {
            out.element("p", wording.text("page.no-rules", wording.list(none)), "class", "no-rules");
        }
    }

    private void rule(Rule rule) {
        out.open("li");
        links.write(rule.text(), out);
        for (String line : rule.below()) {
            out.open("p");
            links.write(line, out);
            out.close();
        }
        out.close();
    }
}
