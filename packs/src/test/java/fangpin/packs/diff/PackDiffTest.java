package fangpin.packs.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text.Language;
import fangpin.packs.LoadResult;
import fangpin.packs.TestPacks;
import fangpin.packs.load.Packs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackDiffTest {
    private static final String RATIO =
            "products[supplementary-medical].steps[owed_year].residual_to_ratio.ratio: 10% (WH3 §3.1 ①)";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ratio: 10%           | ratio: 20%             | figure | products[supplementary-medical].steps[owed_year].residual_to_ratio.ratio: 10% (WH3 §3.1 ①) -> 20% (WH3 §3.1 ①)
            amount: 450元        | amount: 500元          | figure | products[supplementary-medical].premium.amount: 450元 (WH3 §3.1 ①) -> 500元 (WH3 §3.1 ①)
            issued: 2020-02-19   | issued: 2020-02-20     | figure | issued: 2020-02-19 -> 2020-02-20
            en: half to even     | en: half to the even   | words  | readings[R3].choices.half-even.en: half to even (WH3 §3.2 ①) -> half to the even (WH3 §3.2 ①)
            """)
    void oneChangeIsFoundWithItsClauses(String words, String by, String kind, String line) {
        DiffReport report = changed(words, by);
        assertEquals(1, report.changes().size());
        assertEquals(kind.equals("figure"), report.changes().getFirst().figure());
        String told = report.render(Language.EN);
        assertTrue(told.contains(line.replace("readings[R3]", "readings.R3")), told);
    }

    @Test
    void casesAreWorkedAgain() {
        List<String> cells = changed("ratio: 10%", "ratio: 20%").repriced().stream()
                .filter(cell -> cell.caseId().equals("ten-percent-line") && cell.row() == 3)
                .map(cell -> cell.column() + " " + cell.expected() + " -> " + cell.got())
                .toList();
        assertEquals(
                List.of("supplementary_paid 0.01 -> 0.00", "self_paid 999.99 -> 1000.00", "binding owed_year -> "),
                cells);
    }

    @Test
    void aPackDoesNotDifferFromItself() {
        LoadResult.Loaded pack = (LoadResult.Loaded) Packs.load("weihai-2020");
        DiffReport report = PackDiff.diff(pack, pack);
        assertEquals(List.of(), report.changes());
        assertEquals(List.of(), report.repriced());
        assertEquals(List.of(), report.unworkable());
        assertTrue(report.worked() > 50, () -> "worked " + report.worked());
    }

    @Test
    void whatOnlyOnePackHasIsSaid() {
        LoadResult.Loaded weihai = (LoadResult.Loaded) Packs.load("weihai-2020");
        LoadResult.Loaded shandong = (LoadResult.Loaded) Packs.load("shandong-2020");
        DiffReport report = PackDiff.diff(weihai, shandong);
        assertTrue(report.render(Language.EN).contains(RATIO + " -> nothing"));
        assertEquals(0, report.worked());
        assertTrue(report.unworkable().contains("ten-percent-line"));
    }

    private DiffReport changed(String words, String by) {
        Path copy = TestPacks.copy("weihai-2020", folder);
        TestPacks.replace(copy, "policy.yaml", words, by);
        return PackDiff.diff((LoadResult.Loaded) Packs.load("weihai-2020"), TestPacks.loaded(copy));
    }
}
