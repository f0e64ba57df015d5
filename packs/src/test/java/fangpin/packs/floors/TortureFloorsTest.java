package fangpin.packs.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.packs.LoadResult;
import fangpin.packs.TestPacks;
import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors and published standards with something wrong in them: each fault is said once, by name and place. */
class TortureFloorsTest {
    @TempDir
    Path folder;

    private Path province;
    private Path county;

    @BeforeEach
    void copied() {
        province = TestPacks.copy("province-2099", folder);
        county = TestPacks.copy("county-2099", folder);
    }

    /** Words in the province's pack, what stands in their place, what must come of it; {@code ▶} marks the place to be named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quantity: accident-cover      | quantity: ▶flood-cover             | UNKNOWN_WORD flood-cover
            relation: at-least, value: 10万元 | relation: ▶at-lest, value: 10万元 | UNKNOWN_WORD at-lest
            relation: at-least, value: 10万元 | relation: ▶exists, value: 10万元  | UNKNOWN_WORD exists
            relation: at-least, value: 10万元 | relation: ▶includes, value: 10万元 | UNKNOWN_WORD includes
            accident-cover, relation: exists | accident-cover, relation: ▶at-least | UNKNOWN_WORD at-least
            accident-cover, relation: exists | accident-cover, relation: exists, ▶value: 1元 | UNKNOWN_KEY value
            accident-cover, relation: exists | accident-cover, relation: exists, ▶per: person | UNKNOWN_KEY per
            at-least, value: 10万元       | at-least, value: ▶100000           | MISSING_UNIT 100000
            at-least, value: 10万元       | at-least, value: ▶80%              | WRONG_TYPE 80%
            at-least, value: 10万元       | at-least                           | MISSING_KEY value
            about, value: 80%             | about, value: ▶80                  | MISSING_UNIT 80
            about, value: 80%             | about, value: ▶80元                | WRONG_TYPE 80元
            none-of, value: [0元]         | none-of, value: ▶0元               | WRONG_TYPE 0元
            none-of, value: [0元]         | none-of, value: [▶0]               | MISSING_UNIT 0
            value: 10万元, per: person-year | value: 10万元                    | MISSING_KEY per
            value: 10万元, per: person-year | value: 10万元, per: ▶year        | UNKNOWN_WORD year
            holds_for: {by_reading: P1, top-grade: highest, every-grade: every} | holds_for: ▶top | UNKNOWN_WORD top
            top-grade: highest, every-grade: every} | top-grade: ▶first, every-grade: every} | UNKNOWN_WORD first
            holds_for: {by_reading: P1,   | holds_for: {by_reading: ▶P9,       | UNKNOWN_READING P9
            value: 80%, per: policy-range-cost, clauses: [PV §2], hardness: soft | value: 80%, per: policy-range-cost, clauses: [PV §2], hardness: ▶hard | UNKNOWN_WORD hard
            value: {policy-beneficiary:   | value: {policy-beneficiary: ▶享受政策, x: | WRONG_TYPE 享受政策
            includes, value: {from: 2099-01-01, until: 2100-01-01} | includes, value: ▶{from: 2099-01-01, until: 2099-01-01} | OUT_OF_RANGE 2099-01-01 .. 2099-01-01
            includes, value: {from: 2099-01-01, until: 2100-01-01} | includes, value: {from: 2099-01-01, ▶days: 3, until: 2100-01-01} | UNKNOWN_KEY days
            value: 10万元, per: person-year, clauses: [PV §2] | value: 10万元, per: person-year, clauses: ▶[] | WRONG_TYPE list (0)
            value: 10万元, per: person-year, clauses: [PV §2] | value: 10万元, per: person-year, clauses: [▶PV §9] | UNKNOWN_CLAUSE PV §9
            id: share                     | id: ▶cap                           | DUPLICATE_KEY cap
            shift_between: [medical, accident] | shift_between: [medical, ▶accidents] | UNKNOWN_WORD accidents
            shift_between: [medical, accident] | shift_between: [medical, ▶share]     | UNKNOWN_WORD share
            shift_between: [medical, accident] | shift_between: [medical, ▶disability] | UNKNOWN_WORD disability
            clause: PV §3}                | clause: PV §3, ▶up_to: 5元}        | UNKNOWN_KEY up_to
            """)
    void whatIsWrongWithAFloorIsNamedWithItsPlace(String words, String by, @Nullable String expected) {
        String place = TestPacks.replace(province, "policy.yaml", words, by.strip());
        said(province, place, expected);
    }

    /** The same of the county's pack and what it publishes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quantity: accident-cover      | quantity: ▶flood-cover            | UNKNOWN_WORD flood-cover
            accident-cover, product: injury | accident-cover, product: ▶fire  | UNKNOWN_WORD fire
            accident-cover, product: injury | accident-cover, ▶premium: injury | UNKNOWN_KEY premium
            - {quantity: accident-cover, product: injury} | - ▶{quantity: accident-cover} | MISSING_KEY
            accident-cover, product: injury | accident-cover, product: injury, ▶stated: CY §3 | OVERLAP stated
            accident-cover, product: injury | accident-cover, stated: ▶CY §9  | UNKNOWN_CLAUSE CY §9
            premium: injury}              | ▶product: injury}                 | UNKNOWN_KEY product
            accident-premium, per: person-year | accident-premium             | MISSING_KEY per
            amount: 24万元, count: 2000   | amount: ▶24, count: 2000          | MISSING_UNIT 24
            amount: 24万元, count: 2000   | amount: 24万元, count: ▶0         | WRONG_TYPE 0
            amount: 24万元, count: 2000   | amount: 24万元, count: ▶2000人    | WRONG_TYPE 2000人
            count: 2000, clause: CY §4}   | count: 2000}                      | MISSING_KEY clause
            {product: hospital, step: paid}  | {product: hospital, step: ▶pays} | UNKNOWN_WORD pays
            {product: hospital, step: paid}  | {product: hospital, step: ▶left} | UNKNOWN_WORD left
            {product: hospital, step: paid}  | {product: hospital, step: ▶owed} | UNKNOWN_WORD owed
            {product: hospital, step: owed}  | {product: hospital, step: ▶paid} | UNKNOWN_WORD paid
            {product: hospital, step: paid}  | {product: ▶clinic, step: paid}   | UNKNOWN_WORD clinic
            premium: hospital}            | ▶example: {case: two-persons, clause: CY §2}} | UNKNOWN_KEY example
            insured: hospital             | insured: ▶clinic                  | UNKNOWN_WORD clinic
            readings: [C1]                | readings: [▶C2]                   | UNKNOWN_WORD C2
            {product: hospital, clause: CY §1} | {product: hospital}          | MISSING_KEY clause
            """)
    void whatIsWrongWithAPublishedStandardIsNamedWithItsPlace(String words, String by, @Nullable String expected) {
        String place = TestPacks.replace(county, "policy.yaml", words, by.strip());
        said(county, place, expected);
    }

    /** A floor whose value is open would let every pack pass. */
    @Test
    void aFloorOnAnOpenTermIsRefused() {
        TestPacks.replace(province, "policy.yaml", "\nfloors:", """

                open_terms:
                  cap: {asks: {zh: 封顶线, en: the cap}, clause: PV §2}
                floors:""");
        TestPacks.replace(province, "policy.yaml", "value: 10万元", "value: {open_term: cap}");
        said(province, "", "MISSING_FILL cap");
    }

    private static void said(Path pack, String place, @Nullable String expected) {
        if (expected == null || expected.isEmpty()) {
            TestPacks.loaded(pack);
            return;
        }
        List<Problem> problems = assertInstanceOf(LoadResult.Refused.class, Packs.load(pack.toString()))
                .problems();
        assertEquals(
                1, problems.size(), () -> problems.stream().map(Problem::line).collect(Collectors.joining("\n")));
        Problem problem = problems.getFirst();
        assertEquals(expected.strip(), (problem.reason() + " " + problem.read()).strip());
        assertTrue(problem.message().zh().contains(problem.read()), problem.line());
        assertTrue(problem.message().en().contains(problem.read()), problem.line());
        if (!place.isEmpty()) {
            assertEquals(place, problem.place().line() + ":" + problem.place().column());
        }
    }
}
