package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text.Language;
import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import fangpin.packs.load.Packs;
import fangpin.packs.show.PackShow;
import fangpin.packs.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programmes: read strictly, worked out by their cases, withheld while a term is open, shown with their clauses. */
class ProgrammesTest {
    private static final String POLICY = "policy.yaml";

    @TempDir
    Path folder;

    private Path copy;

    @BeforeEach
    void copied() {
        copy = TestPacks.copy("grants-2099", folder);
    }

    /** Words in the pack, what stands in their place, what must come of it; {@code ▶} marks the place that must be named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: loss-sharing          | kind: ▶sharing                 | UNKNOWN_WORD sharing
            kind: loss-sharing          | kind: loss-sharing\\n    ▶pays: 1 | UNKNOWN_KEY pays
            kind: loss-sharing\\n        | \\n                            | MISSING_KEY kind
            id: pool\\n                  | id: ▶loan-loss\\n               | DUPLICATE_KEY loan-loss
            column: households, kind: count | column: households, kind: ▶key | UNKNOWN_WORD key
            column: households, kind: count | column: households, kind: ▶covered | UNKNOWN_WORD covered
            take: insurer               | take: ▶insured                 | UNKNOWN_WORD insured
            {insurer: 7, bank: 3}       | {insurer: ▶7.5, bank: 3}       | WRONG_TYPE 7.5
            {insurer: 7, bank: 3}       | {insurer: ▶0, bank: 3}         | WRONG_TYPE 0
            denominator: demand         | denominator: ▶demands          | UNKNOWN_QUANTITY demands
            denominator: demand}        | ▶over: demand}                 | MISSING_KEY denominator, UNKNOWN_KEY over
            {share: 70%, times: 12}     | {share: 60%, times: 12}        | GAP 90%
            {share: 70%, times: 12}     | {share: 80%, times: 12}        | OVERLAP 110%
            {share: 70%, times: 12}     | {share: 70%, times: ▶0}        | WRONG_TYPE 0
            {share: 70%, times: 12}     | {share: ▶70, times: 12}        | MISSING_UNIT 70
            class: special, amount      | class: ▶specials, amount       | UNKNOWN_WORD specials
            otherwise: none             | otherwise: ▶nothing            | UNKNOWN_WORD nothing
            below: 2倍                  | below: ▶2                      | WRONG_TYPE 2
            below: 2倍                  | below: ▶200%                   | WRONG_TYPE 200%
            below: 2倍                  | below: ▶1倍                    | OUT_OF_RANGE 1倍
            from: 1倍, below: 2倍, when | when                           | MISSING_KEY from
            of: line, from: 1倍         | from: 1倍                      | MISSING_KEY of
            {class: basic, when: {status: [subsistence]}} | ▶{class: basic} | WRONG_TYPE mapping (1)
            when: {status: [subsistence]} | when: {status: [▶poor]}      | UNKNOWN_WORD poor
            takes: layer                | takes: ▶layers                 | UNKNOWN_QUANTITY layers
            takes: bank                 | takes: ▶pool                   | UNKNOWN_QUANTITY pool
            {id: bank_bears,            | ▶{id: insurer_bears,           | DUPLICATE_KEY insurer_bears
            rounding: {by_reading: T1, down: down, half-up: half-up} | `` | MISSING_KEY rounding
            until: 2099-07-01           | until: ▶2099                   | WRONG_TYPE 2099
            per_unit: {count: households, rate: 1500元} | subtract_payers: {from: households, before: ▶city} | UNKNOWN_WORD city
            """)
    void whatIsWrongIsNamedWithItsPlace(String words, String by, String expected) {
        String place = TestPacks.replace(copy, POLICY, words.replace("\\n", "\n"), by.replace("\\n", "\n"));
        List<Problem> problems = problems();
        assertEquals(
                expected,
                String.join(
                        ", ",
                        problems.stream()
                                .map(one -> one.reason() + " " + one.read())
                                .toList()));
        if (!place.isEmpty()) {
            Problem last = problems.getLast();
            assertEquals(place, last.place().line() + ":" + last.place().column());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eligible", "results"})
    void aProgrammeIsForSomebodyAndGivesSomething(String key) {
        String words = key.equals("eligible")
                ? "eligible:\n      - {name: {zh: 工作人员, en: staff}, clause: GR §3}"
                : "results:\n      - {id: paid, name: {zh: 本期发放, en: paid now}, funder: {zh: 试验县, en: the county}, takes: paid}";
        String place = TestPacks.replace(copy, POLICY, words, key + ": ▶[]");
        Problem problem = problems().getFirst();
        assertEquals("WRONG_TYPE list (0)", problem.reason() + " " + problem.read());
        assertEquals(place, problem.place().line() + ":" + problem.place().column());
    }

    private List<Problem> problems() {
        return switch (Packs.load(copy.toString())) {
            case LoadResult.Loaded loaded -> throw new AssertionError("it loads");
            case LoadResult.Refused refused -> refused.problems();
        };
    }

    @Test
    void everyCaseComesOutAndEverythingIsReached() {
        CheckReport report = PackCheck.check(copy.toString());
        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), report.failures());
        assertEquals(List.of(), report.coverage().missing());
        assertEquals(List.of(), report.unusedFigures());
        assertEquals(6, report.cases());
        assertTrue(
                report.render(Language.EN)
                        .contains("not filled, so these products or programmes do not compute: hardship"),
                report.render(Language.EN));
    }

    /** Words of a case, what stands in their place, the line of the report that names it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            35864.19, 15370.37 | 35864.20, 15370.37 | row 1, insurer_bears: expected 35864.20, got 35864.19
            "=", special, ""]\\n      - [none, met, 600.01 | "=", basic, ""]\\n      - [none, met, 600.01 | row 3, relief: expected basic, got special
            1499.99, payable   | 1499.99, paid      | row 1, binding: expected paid, got payable
            "", outside-period]\\n      - [2099-01-01 | 700.00, ""]\\n      - [2099-01-01 | row 1, paid: expected 700.00, got (nothing)
            3600.00, ""]       | "", outside-period] | row 3, refused: expected outside-period, got (nothing)
            "", "", not-computable | 0.00, "", ""    | row 5, granted: expected 0.00, got (nothing)
            """)
    void whatComesOutOtherwiseIsNamed(String words, String by, String line) {
        TestPacks.replace(copy, "cases.yaml", words.replace("\\n", "\n"), by.replace("\\n", "\n"));
        CheckReport report = PackCheck.check(copy.toString());
        assertEquals(List.of(), report.problems());
        String text = report.render(Language.EN);
        assertTrue(text.contains(line), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            programme: relief     | programme: ▶reliefs        | UNKNOWN_WORD reliefs
            programme: relief     | product: ▶relief           | UNKNOWN_WORD relief
            programme: hardship   | programme: ▶hardship\\n    product: x | UNKNOWN_KEY product
            fill: hardship.yaml   | fill: nobody.yaml          | MISSING_FILE {} nobody.yaml
            [本金损失, interest   | [本金损失, ▶interests      | UNKNOWN_WORD interests
            [3, "=", 600.00]      | [▶3.5, "=", 600.00]        | WRONG_TYPE 3.5
            [subsistence, not-met, 0.00 | [▶destitute, not-met, 0.00 | UNKNOWN_WORD destitute
            0.00, 600.00, "=", basic | 0.00, 600.00, "=", ▶basics | UNKNOWN_WORD basics
            [2098-12-31, 12       | [▶2098-13-31, 12           | WRONG_TYPE 2098-13-31
            ["", 0.15, "=", 0.11, 0.04] | ▶["", 0.15, "=", "", ""] | MISSING_KEY insurer_bears
            """)
    void whatIsWrongInACaseIsNamed(String words, String by, String expected) {
        String place = TestPacks.replace(copy, "cases.yaml", words, by.replace("\\n", "\n"));
        Problem problem = PackCheck.check(copy.toString()).problems().getFirst();
        assertEquals(expected, problem.reason() + " " + problem.read());
        if (!place.isEmpty() && problem.reason() != Problem.Reason.UNKNOWN_KEY) {
            assertEquals(place, problem.place().line() + ":" + problem.place().column());
        }
    }

    @Test
    void whatNoCaseReachesIsListed() {
        TestPacks.replace(copy, "cases.yaml", "      - [none, met, 1200.01, 600.00, \"=\", none, layer]\n", "");
        TestPacks.replace(copy, "cases.yaml", "      - [1, 100.00, 0.00, \"=\", \"\", \"\", not-computable]\n", "");
        TestPacks.replace(copy, "cases.yaml", "      - [2099-06-30, 12, 13, \"=\", 3600.00, \"\"]\n", "");
        String text = PackCheck.check(copy.toString()).render(Language.EN);
        for (String missing : List.of(
                "relief: step \"layer\" never one fen above the bound \"below-2\"",
                "pool: nothing refused as \"not-computable\"",
                "allowance: nothing is granted on the last day of its period",
                "allowance: step \"paid\" never took \"30% x 1\"")) {
            assertTrue(text.contains(missing), missing + " in\n" + text);
        }
    }

    @Test
    void aPackShowsItsProgrammes() {
        String page = PackShow.render(TestPacks.loaded(copy), Language.EN);
        for (String line : List.of(
                "Programme: sharing of loan losses (loan-loss, GR §1)",
                "  Period: 2099-01-01 to 2099-06-30",
                "    insurer and bank (GR §1)",
                "    borne by the bank (bank_bears; the bank): takes bank",
                "    -> sharing of loan losses, step 2 \"insurer's part\": "
                        + "\"loss of principal and interest\" divided 7:3, the part of 7, odd fen to the largest remainders",
                "    -> grants from a pool, step 3 \"grant after the cut\": "
                        + "\"grant at the full rate\" x \"money that can be paid\" / \"total demand\", part of a fen dropped",
                "70% in 12, 30% in 1; the one that instalment says",
                "where status is subsistence: \"basic relief\"; where assets is met, "
                        + "\"income a head\" reaches 100% of \"subsistence line\", "
                        + "\"income a head\" is below 200% of \"subsistence line\": \"special relief\"; else \"none\"",
                "hardship grant (hardship): does not compute, waits for:")) {
            assertTrue(page.contains(line), line + " in\n" + page);
        }
    }
}
