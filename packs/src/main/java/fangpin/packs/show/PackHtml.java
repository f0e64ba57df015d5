package fangpin.packs.show;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text.Language;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.PolicyPack;
import fangpin.packs.LoadResult;
import fangpin.packs.check.FigureMarks;
import fangpin.packs.floors.FloorWords;
import fangpin.packs.words.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** 政策包网页 A pack as one page to read and print: every clause with its rules beside it. It needs nothing else, neither files nor scripts. */
public final class PackHtml {
    private final PolicyPack pack;
    private final Language language;
    private final Wording wording;
    private final FigureMarks marks;
    private final Markup out = new Markup();
    private final List<Section> before;
    private final List<Section> after;
    private final List<Clause> above;
    private final ClauseLinks links;
    private final ClauseTable table;

    private PackHtml(LoadResult.Loaded loaded, Language language) {
        this.pack = loaded.pack();
        this.language = language;
        this.wording = Wording.of(PackHtml.class, "show", language);
        this.marks = FigureMarks.of(loaded);
        this.before = PackShow.before(loaded, language);
        this.after = PackShow.after(loaded, language);
        List<ClauseRules> rules = ClauseRules.of(pack, wording, new FloorWords(language));
        this.above = citedAbove(rules);
        this.links = new ClauseLinks(pack, above.stream().map(Clause::id).collect(Collectors.toSet()));
        this.table = new ClauseTable(rules, loaded.notRules(), links, wording, out);
    }

    /** The whole page, the same for the same pack. */
    public static String render(LoadResult.Loaded loaded, Language language) {
        return new PackHtml(loaded, language).page();
    }

    /** The same page without its frame, to stand inside another page that knows {@link #style}. */
    public static String renderInside(LoadResult.Loaded loaded, Language language) {
        PackHtml html = new PackHtml(loaded, language);
        html.out.open("div", "class", "pack " + language.name().toLowerCase(Locale.ROOT));
        html.content();
        return html.out.close().finished();
    }

    /** Clauses of the pack above that rules of this one cite. */
    private List<Clause> citedAbove(List<ClauseRules> rules) {
        PolicyPack.Superior superior = pack.superior();
        if (superior == null) {
            return List.of();
        }
        Set<ClauseId> cited = rules.stream().map(one -> one.clause().whole()).collect(Collectors.toSet());
        return superior.documents().stream()
                .flatMap(document -> document.clauses().stream())
                .filter(clause -> cited.contains(clause.id()))
                .toList();
    }

    private String page() {
        String tongue = switch (language) {
            case ZH -> "zh-CN";
            case EN -> "en";
        };
        out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", tongue);
        out.open("head").empty("meta", "charset", "UTF-8");
        out.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.element("title", wording.text(pack.title()))
                .element("style", style())
                .close();
        out.open("body", "class", language.name().toLowerCase(Locale.ROOT));
        content();
        return "<!DOCTYPE html>" + out.close().close().finished();
    }

    private void content() {
        head();
        contents();
        sections(before, "summary");
        pack.documents().forEach(this::document);
        above();
        sections(after, "notes");
    }

    // ----------------------------------------------------------------------------------------------- head and contents

    private void head() {
        out.open("header").element("h1", wording.text(pack.title())).open("dl");
        fact("page.pack", pack.id());
        fact("page.jurisdiction", pack.jurisdiction());
        fact("page.issued", pack.issued().toString());
        fact("page.in-force", RuleWords.days(pack.inForce(), wording));
        PolicyPack.Superior superior = pack.superior();
        if (superior != null) {
            out.open("div").element("dt", wording.text("page.superior")).open("dd");
            out.element("a", superior.id(), "href", ClauseLinks.page(superior.id()))
                    .close()
                    .close();
        }
        fact("page.hash", pack.hash());
        out.close()
                .open("p", "class", "legend")
                .text(wording.text("page.legend"))
                .text(" ");
        out.element("mark", wording.text("page.legend-used")).text(" ");
        out.element("span", wording.text("page.legend-no-rule"), "class", "no-rule")
                .text(" ");
        out.element("span", wording.text("page.legend-unused"), "class", "unused")
                .close();
        out.close();
    }

    private void fact(String key, String value) {
        out.open("div").element("dt", wording.text(key)).element("dd", value).close();
    }

    private void contents() {
        out.open("nav").element("h2", wording.text("page.contents"));
        entries(before, "summary");
        for (Document document : pack.documents()) {
            out.open("p").element("a", title(document), "href", "#" + place(document));
            out.close();
            entries(document.clauses());
        }
        if (!above.isEmpty()) {
            out.open("p").element("a", wording.text("page.above"), "href", "#above");
            out.close();
        }
        entries(after, "notes");
        out.close();
    }

    private void entries(List<Section> sections, String name) {
        for (int at = 0; at < sections.size(); at++) {
            out.open("p").element("a", sections.get(at).heading(), "href", "#" + name + "-" + at);
            out.close();
        }
    }

    private void entries(List<Clause> clauses) {
        out.open("ul");
        for (Clause clause : clauses) {
            out.open("li", "class", table.hasRules(clause) ? "ruled" : "quiet");
            out.element("a", clause.id().text(), "href", "#" + ClauseLinks.anchor(clause.id()));
            out.text(" " + clause.heading()).close();
        }
        out.close();
    }

    // -------------------------------------------------------------------------------------------------------- sections

    private void sections(List<Section> sections, String name) {
        for (int at = 0; at < sections.size(); at++) {
            out.open("section", "id", name + "-" + at, "class", "card").open("h2");
            links.write(sections.get(at).heading(), out);
            out.close();
            for (Section.Line line : sections.get(at).lines()) {
                out.open("p", "class", "indent-" + line.indent());
                links.write(line.text(), out);
                out.close();
            }
            out.close();
        }
    }

    private void document(Document document) {
        out.open("section", "id", place(document)).element("h2", title(document));
        table.write(document.clauses(), marks);
        out.close();
    }

    private void above() {
        if (!above.isEmpty()) {
            out.open("section", "id", "above").element("h2", wording.text("page.above"));
            table.write(above, null);
            out.close();
        }
    }

    private String title(Document document) {
        return RuleWords.document(document, wording);
    }

    private static String place(Document document) {
        return "document-" + document.id();
    }

    /** How the page looks. */
    public static String style() {
        try (InputStream stream = PackHtml.class.getResourceAsStream("page.css")) {
            if (stream == null) {
                throw new IllegalStateException("page.css is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
