package fangpin.packs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text.Language;
import fangpin.packs.TestPacks;
import fangpin.packs.load.Packs;
import fangpin.packs.words.Wording;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackCheckTest {
    @TempDir
    Path folder;

    static List<String> shipped() {
        return Packs.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedPackPassesAndItsCasesReachEverything(String pack) {
        CheckReport report = PackCheck.check(pack);
        assertTrue(report.passed(), report.render(Language.EN));
        assertEquals(List.of(), report.coverage().missing());
        assertEquals(List.of(), report.idleMarks());
    }

    /** Small packs, one of public money, and one that computes six payer layers itself: every figure of their clauses is used, every bound reached. */
    @ParameterizedTest
    @ValueSource(strings = {"plain-2099", "layers-2099", "funds-2099", "provisions-2099"})
    void thePacksOfTheTestsAreCheckedWhole(String pack) {
        CheckReport report = PackCheck.check(TestPacks.folder(pack).toString());
        assertTrue(report.passed(), report.render(Language.EN));
        assertTrue(report.cases() > 0);
        assertEquals(List.of(), report.coverage().missing());
        assertEquals(List.of(), report.unusedFigures());
    }

    /** Whoever pays the premium and whatever is split over the districts: no number of these clauses lies idle. */
    @Test
    void everyFigureOfWeihaisInsuranceIsUsed() {
        List<String> unused = PackCheck.check("weihai-2020").unusedFigures().stream()
                .filter(figures -> figures.clause().document().equals("WH3")
                        || figures.clause().text().equals("WH6 annex"))
                .map(figures -> figures.clause() + " " + String.join(" ", figures.printed()))
                .toList();
        assertEquals(List.of(), unused);
    }

    @Test
    void aGoodPackSaysSoInTheFirstLineAndListsWhatIsOpen() {
        CheckReport report = PackCheck.check(TestPacks.folder("plain-2099").toString());
        assertEquals("""
                PASS: plain-2099
                6 cases with 23 rows; 0 came out otherwise.
                Cases reach 28 of 28 things to reach.

                Open terms (1):
                  extra-share (PL §3): the share for those who fall back into poverty; not filled, no product or programme waits for it
                """, report.render(Language.EN));
        assertEquals(
                "通过：plain-2099", report.render(Language.ZH).lines().findFirst().orElseThrow());
    }

    /** What the provisions show, with the clauses and the values of both sides. */
    @Test
    void whatDocumentsLeaveInconsistentIsListed() {
        assertEquals(
                """
                PASS: provisions-2099
                9 cases with 16 rows; 0 came out otherwise.
                Cases reach 8 of 8 things to reach.

                In the documents, to be noted (5):
                  PR §4, PR §4b: two chapters are numbered 4; this pack: the latter is §4b
                  PR §4 ① to PR §4 ②: 100,000.00 yuan were moved, which no clause says, only the figures: roads received 600,000 and used 700,000
                  PR §4 "own money left" leaves a difference, left over: 100,000.00 yuan
                  supplement has its payers in the order assistance then basic insurance then supplement (PR §5 ①); provisions-2099 PR §5 ① has basic insurance then assistance then supplement
                  supplement does not know these causes: drowning; by provisions-2099 PR §5 ② they are paid first by disaster

                Open terms (1):
                  points-table (PR §6): the points; not filled, no product or programme waits for it
                """,
                PackCheck.check(TestPacks.folder("provisions-2099").toString()).render(Language.EN));
    }

    /** Each shipped pack, and what its documents leave inconsistent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            licheng-2020     | LC §1.2.6 to LC §2.4: 2,110,000.00 yuan were moved
            licheng-2020     | LC §2 "received and not used" leaves a difference, received and not used; the document does not say what becomes of it: 399,300.00 yuan
            lishui-2017      | LS §8: the day it takes effect is printed as 615日
            lianyungang-2021 | LY2, LY36 §9: LY2 quotes
            shandong-2020    | SD §11, SD §11.1: chapter 7 is followed by chapter 11
            weihai-2020      | WHT, WH6 §2.2, WH6 §2.1.2: WHT names Rain-Dew among the uses of city money
            weihai-2020      | WH3 §2a, WH3 §2b: WH3 numbers two chapters
            weihai-2020      | Wendeng 8,623,500.00 yuan, Economic -1,500.00 yuan, Lingang 19,000.00 yuan, Rongcheng 8,610,500.00 yuan, Rushan 3,098,500.00 yuan, total 20,350,000.00 yuan
            weihai-2020      | hospital waiver then medical assistance then supplementary medical insurance (WH3 §5.4 ②, WH3 §3.1 ①); shandong-2020 SD §6.4 has basic medical insurance then critical-illness insurance then medical assistance then hospital waiver then
            """)
    void whatTheShippedDocumentsLeaveInconsistentIsListed(String pack, String finding) {
        String text = PackCheck.check(pack).render(Language.EN);
        assertTrue(text.contains(finding), text);
    }

    /** Weihai's payers come in the order of Weihai's own clause. */
    @Test
    void weihaisPayersComeInTheOrderOfItsOwnClause() {
        assertEquals(
                List.of("SD §6.4", "SD §2.4"),
                PackCheck.check("weihai-2020").provisionFindings().stream()
                        .filter(ProvisionFinding.OrderDiffers.class::isInstance)
                        .map(ProvisionFinding.OrderDiffers.class::cast)
                        .map(differs -> differs.order().clause().text())
                        .toList());
    }

    @Test
    void aProvisionThatAnswersOtherwiseThanItsCaseFailsThePack() {
        Path copy = TestPacks.copy("provisions-2099", folder);
        TestPacks.replace(copy, "policy.yaml", "length: 15日", "length: 14日");
        CheckReport report = PackCheck.check(copy.toString());
        assertFalse(report.passed());
        String text = report.render(Language.EN);
        assertTrue(
                text.contains("case \"fifteen-inside-thirty\", row 1, deadline: expected 2099-03-31, got 2099-03-30"),
                text);
        assertTrue(text.contains("  PR §2: 15\n"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [D, 3000.00, 2000.00, other, "=", 0.00, 1000.00, ""] | [D, 4000.00, 2000.00, other, "=", 800.00, 1200.00, ""] | AT above deductible
            [E, 3000.00, 1999.98     | [E, 3000.01, 1999.99              | ``
            [A, 3000.00, 1000.00, 甲类, "=", 900.00, 1100.00 | [A, 3000.00, 1000.00, other, "=", 800.00, 1200.00 | BRANCH owed grade-a
            [Below, 13499.99, other, "=", 9999.99 | [Below, 13499.98, other, "=", 9999.98 | FEN_BELOW paid limit
            [Above, 13500.01         | [Above, 13500.02                  | FEN_ABOVE paid limit
            [R, 2099-03-01, 2000.00, other, "=", "", unknown-person] | ["", 2099-03-01, 2000.00, other, "=", 800.00, ""] | REFUSAL unknown-person
            ["", 2098-12-31          | ["", 2098-12-30                   | DAY_BEFORE policy-beneficiary
            [Q, policy-beneficiary, 2099-01-02 | [Q, policy-beneficiary, 2099-01-03 | TOO_LATE policy-beneficiary
            """)
    void whatNoCaseReachesIsNamed(String words, String by, String missing) {
        Path copy = TestPacks.copy("plain-2099", folder);
        TestPacks.replace(copy, "cases.yaml", words, by);
        List<String> items = PackCheck.check(copy.toString()).coverage().missing().stream()
                .map(item -> (item.kind() + " " + item.subject() + " " + item.detail()).strip())
                .toList();
        assertEquals(missing, items.isEmpty() ? "" : items.getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7.00, "=", 0.00            | 0.00, "=", 0.00            | SURPLUS donors
            100000.01, "="             | 0.00, "="                  | PAYER donors
            ["02", 50, 40000           | ["02", 50, 50000           | SURPLUS county
            119999.99                  | 120000.00                  | REFUSAL amounts-differ
            ["01", 0, "=", nothing     | ["01", 1, "=", nothing     | REFUSAL nothing-to-split-by
            carry_over: 0.01           | carry_over: 0              | REFUSAL no-carry-over
            ["01", 200, 20000.00       | ["01", 0, 20000.00         | ROUNDED_UP block
            {T9: rural}                | {T9: aged}                 | CHOICE T9
            """)
    void whatNoFundCaseReachesIsNamed(String words, String by, String missing) {
        Path copy = TestPacks.copy("funds-2099", folder);
        TestPacks.replace(copy, "cases.yaml", words, by);
        List<String> items = PackCheck.check(copy.toString()).coverage().missing().stream()
                .map(item -> item.kind() + " " + item.subject())
                .toList();
        assertEquals(missing, items.isEmpty() ? "" : items.getFirst());
    }

    @Test
    void aCaseThatComesOutOtherwiseFailsThePack() {
        Path copy = TestPacks.copy("plain-2099", folder);
        TestPacks.replace(copy, "policy.yaml", "deductible: 1000元", "deductible: 1001元");
        CheckReport report = PackCheck.check(copy.toString());
        assertFalse(report.passed());
        String text = report.render(Language.EN);
        assertTrue(text.startsWith("FAIL: plain-2099\n"), text);
        assertTrue(
                text.contains("case \"share-by-hospital\", row 1, supplement_paid: expected 900.00, got 899.10"), text);
        assertTrue(text.contains("  PL §2: 1000元\n"), text);
    }

    @Test
    void aPackThatDoesNotLoadUnderOneOfItsReadingsFails() {
        Path copy = TestPacks.copy("plain-2099", folder);
        String place = TestPacks.replace(copy, "policy.yaml", "down: down}", "down: ▶downwards}");
        CheckReport report = PackCheck.check(copy.toString());
        assertFalse(report.passed());
        String text = report.render(Language.EN);
        assertTrue(
                text.contains("plain-2099/policy.yaml:" + place
                        + ": With reading T1 taken as \"down\": \"downwards\" is not known here;"),
                text);
    }

    @Test
    void aMarkThatMeetsNoFigureIsNamed() {
        Path copy = TestPacks.copy("plain-2099", folder);
        TestPacks.replace(copy, "policy.yaml", "\nproducts:", """

                not_a_rule:
                  - {clause: PL §2, figures: [100元, 77元], why: {zh: 试验, en: trial}}
                products:""");
        String text = PackCheck.check(copy.toString()).render(Language.EN);
        assertTrue(text.contains("PL §2: 100元 (the clause does not print it, or a rule uses it)"), text);
        assertTrue(text.contains("PL §2: 77元 (the clause does not print it, or a rule uses it)"), text);
    }

    @Test
    void aPackThatIsNotThereIsAFailureWithAReason() {
        CheckReport report = PackCheck.check("nowhere-2020");
        assertFalse(report.passed());
        assertTrue(report.render(Language.ZH).startsWith("未通过：nowhere-2020\n"));
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(
                Wording.of(CheckText.class, "check", Language.EN).keys(),
                Wording.of(CheckText.class, "check", Language.ZH).keys());
        for (CoverageItem.Kind kind : CoverageItem.Kind.values()) {
            CoverageItem item = new CoverageItem("p", kind, "s", "d");
            CheckReport report = new CheckReport(
                    "p",
                    List.of(),
                    1,
                    1,
                    List.of(),
                    new Coverage(1, List.of(item)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
            assertTrue(report.render(Language.EN).contains("Reached by no case (1)"), kind::name);
        }
    }
}
