package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text.Language;
import fangpin.kernel.policy.Product;
import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import fangpin.packs.load.Packs;
import fangpin.packs.show.PackShow;
import fangpin.packs.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways of paying met in published schemes, each in a pack of the tests and with cases to the fen on both sides of its bounds. */
class ShapesTest {
    @TempDir
    Path folder;

    @Test
    void everyShapeComesOutToTheFenAndEveryBoundIsReached() {
        CheckReport report = PackCheck.check(TestPacks.folder("shapes-2099").toString());
        assertEquals(List.of(), report.problems().stream().map(Problem::line).toList());
        assertTrue(report.passed(), report.render(Language.EN));
        assertEquals(List.of(), report.coverage().missing());
        assertEquals(List.of(), report.unusedFigures());
        assertEquals(List.of(), report.idleMarks());
    }

    /** Where each shape is carried out: pack, product or programme, and words of its step as the pack is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tiers with absolute bounds, the deductible inside the first | shapes-2099 | critical-illness | granted
            tiers counted after the deductible                          | layers-2099 | one-stop         | critical_tiers
            whole amount at its tier's rate                             | layers-2099 | one-stop         | prevention
            the deductible charged to the lower band                    | shapes-2099 | chronic-illness  | lower_above
            a warning line as trigger, all at its tier                  | layers-2099 | one-stop         | over_line
            a warning line as trigger or as deductible, by reading      | shapes-2099 | warning-line     | counted
            ratio by hospital grade                                     | shapes-2099 | waiver           | assistance
            a waiver of what is left before assistance                  | layers-2099 | one-stop         | waived
            a waiver of what is left after assistance, by reading       | shapes-2099 | waiver           | waived
            a waiver on the ineligible part                             | shapes-2099 | waiver           | outside_waived
            a second product on the ineligible part                     | shapes-2099 | outside-catalogue | above
            a yearly pool paid down pro rata                            | shapes-2099 | second-round     | paid
            household accumulators                                      | shapes-2099 | prevention       | left_year
            difference to a recomputed yearly entitlement               | shapes-2099 | prevention       | paid
            difference in a second round                                | shapes-2099 | second-round     | difference
            """)
    void everyShapeHasItsPlace(String shape, String pack, String calculation, String step) {
        assertTrue(
                TestPacks.loaded(TestPacks.folder(pack))
                        .pack()
                        .calculation(calculation)
                        .orElseThrow()
                        .program()
                        .steps()
                        .stream()
                        .anyMatch(one -> one.id().equals(step)),
                shape);
    }

    @Test
    void aHouseholdsAccountIsShown() {
        LoadResult.Loaded loaded = TestPacks.loaded(TestPacks.folder("shapes-2099"));
        assertEquals(
                "household_id",
                loaded.pack()
                        .product("prevention")
                        .flatMap(Product::accountColumn)
                        .orElseThrow()
                        .name());
        String line = "Running sums, ceilings and the order of settlement belong to all cases of one household";
        assertTrue(PackShow.render(loaded, Language.EN).contains(line));
    }

    /** Words in the pack, what stands in their place, what must come of it; {@code ▶} marks the place that must be named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            account: household_id  | account: ▶family_id            | UNKNOWN_WORD family_id
            account: household_id  | account: ▶eligible_cost        | UNKNOWN_WORD eligible_cost
            account: household_id  | account: ▶[household_id]       | WRONG_TYPE list (1)
            household_id, kind: key | household_id, presence: optional-cell, kind: key | GAP household_id
            household_id, kind: key | kind, kind: code, label: {zh: 类型, en: kind}, codes: {death: 身故}}\\n      - {column: household_id, kind: key | OVERLAP household_id
            {up_to: 30万元, share: 75%} | {up_to: 30万元, below: ▶30万元, share: 75%} | OVERLAP 30万元
            {up_to: 30万元, share: 75%} | {below: ▶10万元, share: 75%} | OVERLAP 10万元
            {up_to: 30万元, share: 75%} | {below: ▶30, share: 75%}   | MISSING_UNIT 30
            """)
    void whatIsWrongIsNamedWithItsPlace(String words, String by, String expected) {
        Path copy = TestPacks.copy("shapes-2099", folder);
        String place = TestPacks.replace(copy, "policy.yaml", words, by.replace("\\n", "\n"));
        List<Problem> problems = switch (Packs.load(copy.toString())) {
            case LoadResult.Loaded loaded -> throw new AssertionError("it loads");
            case LoadResult.Refused refused -> refused.problems();
        };
        Problem problem = problems.getFirst();
        assertEquals(expected, problem.reason() + " " + problem.read());
        assertEquals(1, problems.size(), problems.toString());
        if (!place.isEmpty()) {
            assertEquals(place, problem.place().line() + ":" + problem.place().column());
        }
    }
}
