package fangpin.packs.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text.Language;
import fangpin.packs.Golden;
import fangpin.packs.LoadResult;
import fangpin.packs.TestPacks;
import fangpin.packs.load.Packs;
import fangpin.packs.words.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PackShowTest {
    @TempDir
    Path folder;

    static List<String> shipped() {
        return Packs.shipped();
    }

    /** The page of a small pack as it stands in {@code plain_zh.txt} and {@code plain_en.txt}. */
    @ParameterizedTest
    @EnumSource
    void aSmallPackIsShownWordForWord(Language language) throws IOException {
        String page = PackShow.render(TestPacks.loaded(TestPacks.folder("plain-2099")), language);
        Golden.check("show/plain_" + language.name().toLowerCase(Locale.ROOT) + ".txt", page);
    }

    /** Whatever a rule cites stands on the page with its words, and so does every reading with all its choices. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyCitedClauseIsQuotedAndEveryReadingListed(String name) {
        LoadResult.Loaded loaded = (LoadResult.Loaded) Packs.load(name);
        for (Language language : Language.values()) {
            String page = PackShow.render(loaded, language);
            loaded.pack()
                    .products()
                    .forEach(product -> product.program().steps().forEach(step -> {
                        ClauseId clause = step.clause();
                        String words =
                                loaded.pack().clause(clause).orElseThrow().words(clause);
                        words.lines().forEach(line -> assertTrue(page.contains(line), clause::text));
                        assertTrue(page.contains(step.name().in(language)), step::id);
                    }));
            loaded.pack()
                    .readings()
                    .forEach(reading -> reading.choices()
                            .forEach(choice ->
                                    assertTrue(page.contains(choice.meaning().in(language)), reading::id)));
            assertFalse(page.contains("{"), "a place was left unfilled");
        }
    }

    @Test
    void aProductThatWaitsForAnOpenTermIsShownAsWaiting() {
        Path copy = TestPacks.copy("plain-2099", folder);
        TestPacks.replace(copy, "policy.yaml", "limit: 1万元", "limit: {open_term: extra-share}");
        assertTrue(PackShow.render(TestPacks.loaded(copy), Language.EN).contains("""
                        inpatient supplement (inpatient): does not compute, waits for:
                          extra-share (PL §3): the share for those who fall back into poverty
                        """));
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(
                Wording.of(PackShow.class, "show", Language.EN).keys(),
                Wording.of(PackShow.class, "show", Language.ZH).keys());
    }
}
