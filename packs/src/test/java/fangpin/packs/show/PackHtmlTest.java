package fangpin.packs.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text.Language;
import fangpin.packs.Golden;
import fangpin.packs.LoadResult;
import fangpin.packs.TestPacks;
import fangpin.packs.floors.FloorWords;
import fangpin.packs.load.Packs;
import fangpin.packs.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PackHtmlTest {
    /** Elements that fetch or run something, and those that only a script needs. */
    private static final Set<String> REACHING_OUT =
            Set.of("script", "link", "img", "iframe", "object", "embed", "base", "form", "svg", "audio", "video");

    @TempDir
    Path folder;

    static Stream<Arguments> shipped() {
        return Packs.shipped().stream()
                .flatMap(name -> Stream.of(Language.values()).map(language -> Arguments.of(name, language)));
    }

    /** The page of a small pack, read in a browser and found good; {@code -Dgolden=write} writes it anew. */
    @ParameterizedTest
    @EnumSource
    void aSmallPackAsAPage(Language language) throws IOException {
        String page = PackHtml.render(TestPacks.loaded(TestPacks.folder("plain-2099")), language);
        Golden.check("show/plain_" + language.name().toLowerCase(Locale.ROOT) + ".html", page);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyClauseStandsOnThePageOnceUnderItsOwnName(String name, Language language) {
        LoadResult.Loaded loaded = (LoadResult.Loaded) Packs.load(name);
        PageReading page = PageReading.of(PackHtml.render(loaded, language));
        List<String> anchors = page.attributes("id");
        assertEquals(Set.of(), twice(anchors));
        loaded.pack()
                .documents()
                .forEach(document -> document.clauses().forEach(clause -> {
                    assertTrue(anchors.contains(ClauseLinks.anchor(clause.id())), clause.id()::text);
                    assertTrue(page.text().contains(plain(clause.heading())), clause.id()::text);
                    clause.paragraphs().stream()
                            .flatMap(String::lines)
                            .filter(line -> !line.startsWith("|"))
                            .forEach(line -> assertTrue(page.text().contains(plain(line)), clause.id()::text));
                }));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyRuleStandsOnThePage(String name, Language language) {
        LoadResult.Loaded loaded = (LoadResult.Loaded) Packs.load(name);
        String text = PageReading.of(PackHtml.render(loaded, language)).text();
        Wording wording = Wording.of(PackHtml.class, "show", language);
        List<ClauseRules> rules = ClauseRules.of(loaded.pack(), wording, new FloorWords(language));
        assertFalse(rules.isEmpty());
        for (ClauseRules one : rules) {
            for (Rule rule : one.rules()) {
                assertTrue(text.contains(plain(rule.text())), rule::text);
                rule.below().forEach(line -> assertTrue(text.contains(plain(line)), line));
            }
        }
        Stream.of(PackShow.before(loaded, language), PackShow.after(loaded, language))
                .flatMap(List::stream)
                .flatMap(section -> section.lines().stream())
                .forEach(line -> assertTrue(text.contains(plain(line.text())), line::text));
        loaded.notRules()
                .forEach(mark -> assertTrue(text.contains(plain(mark.why().in(language))), () -> mark.toString()));
        assertFalse(text.contains("{0}"), "a place was left unfilled");
    }

    /** Every link leads to a place on the page, or to the page of the pack above. */
    @ParameterizedTest
    @MethodSource("shipped")
    void nothingIsFetchedAndNoLinkLeadsNowhere(String name, Language language) {
        LoadResult.Loaded loaded = (LoadResult.Loaded) Packs.load(name);
        PageReading page = PageReading.of(PackHtml.render(loaded, language));
        assertEquals(
                Set.of(),
                page.elements().stream().filter(REACHING_OUT::contains).collect(Collectors.toSet()));
        assertEquals(List.of(), page.attributes("src"));
        assertFalse(page.text().contains("url("), "the style fetches something");
        Set<String> places = new TreeSet<>(page.attributes("id"));
        String above = loaded.pack().superior() == null
                ? "none"
                : ClauseLinks.page(loaded.pack().superior().id());
        assertEquals(
                List.of(),
                page.attributes("href").stream()
                        .filter(href -> !href.startsWith(above))
                        .filter(href -> !href.startsWith("#") || !places.contains(href.substring(1)))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PL.md       | 三、附则                        | 三、<script>alert()</script>
            PL.md       | 年度限额1万元。                  | 年度限额1万元"><img src=x onerror=alert()>&lt;b>。
            PL.md       | 试〔2098〕1号                   | </h2><script src="https://example.org/x.js"></script>
            policy.yaml | zh: 试验县2099年度住院补充保险    | zh: "</title><script>alert()</script>"
            policy.yaml | zh: 舍去                        | zh: "<b onclick='alert()'>舍去</b> & ]]> <!-- "
            policy.yaml | zh: 因病返贫的赔付标准            | zh: "<style>*{display:none}</style>\\u0007\\u001b"
            """)
    void hostileTextStaysText(String file, String words, String hostile) {
        Path copy = TestPacks.copy("plain-2099", folder);
        PageReading tame = PageReading.of(PackHtml.render(TestPacks.loaded(copy), Language.ZH));
        TestPacks.replace(copy, file, words, hostile);
        TestPacks.seal(copy, "PL.md");
        PageReading page = PageReading.of(PackHtml.render(TestPacks.loaded(copy), Language.ZH));
        assertEquals(tame.elements(), page.elements());
        assertEquals(List.of(), page.attributes("onerror"));
        assertEquals(List.of(), page.attributes("onclick"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WH3 §3.1   | WH3-3.1
            WH3 §3.1 ③ | WH3-3.1-③
            LY2        | LY2
            WH6 annex  | WH6-annex
            """)
    void whereAClauseStands(String clause, String anchor) {
        assertEquals(anchor, ClauseLinks.anchor(new ClauseId(clause)));
    }

    /** What a rule uses, what is stated to be no rule and what nobody has spoken for look different. */
    @Test
    void figuresAreMarkedByWhatBecomesOfThem() {
        Path copy = TestPacks.copy("plain-2099", folder);
        TestPacks.replace(copy, "PL.md", "年度限额1万元。", "年度限额1万元，不同于5万元和2097年。");
        TestPacks.seal(copy, "PL.md");
        TestPacks.replace(
                copy,
                "policy.yaml",
                "\nproducts:",
                "\nnot_a_rule:\n  - {clause: PL §2 ③, figures: [2097年], why: {zh: 往年, en: an earlier year}}\n\nproducts:");
        String page = PackHtml.render(TestPacks.loaded(copy), Language.EN);
        assertTrue(
                page.contains(
                        "年度限额<mark>1万元</mark>，不同于<span class=\"unused\" title=\"no rule uses this figure\">5万元</span>"
                                + "和<span class=\"no-rule\" title=\"an earlier year\">2097年</span>。"),
                page);
    }

    private static Set<String> twice(List<String> anchors) {
        Set<String> seen = new TreeSet<>();
        return anchors.stream().filter(anchor -> !seen.add(anchor)).collect(Collectors.toSet());
    }

    private static String plain(String text) {
        return text.strip();
    }
}
