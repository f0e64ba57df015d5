package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text.Language;
import fangpin.kernel.allocation.Funds;
import fangpin.packs.check.CheckReport;
import fangpin.packs.check.PackCheck;
import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about public money with something wrong in them: each fault is named with its place. */
class TortureFundsTest {
    private static final String POLICY = "policy.yaml";

    @TempDir
    Path folder;

    /** Words in the pack, what stands in their place, what must come of it; {@code ▶} marks the place that must be named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quantum: {amount: 1000元  | quantum: {amount: ▶1000        | MISSING_UNIT 1000
            quantum: {amount: 1000元  | quantum: {amount: ▶0元         | OUT_OF_RANGE 0元
            amount: 100万元, measure: { | amount: ▶1000500元, measure: { | OUT_OF_RANGE 1000500元
            code: "02"               | code: ▶"01"                   | DUPLICATE_KEY 01
            parent: "02"             | parent: ▶"03"                 | UNKNOWN_WORD 03
            parent: "02"             | parent: ▶02-park              | UNKNOWN_WORD 02-park
            parent: "02"             | ▶parents: "02"                | UNKNOWN_KEY parents
            id: rural, unit          | id: ▶aged, unit               | DUPLICATE_KEY aged
            unit: persons, name: {zh: 农村 | unit: ▶heads, name: {zh: 农村 | UNKNOWN_WORD heads
            from_age: 60             | from_age: ▶sixty              | WRONG_TYPE sixty
            as_of: 2098-12-31        | as_of: ▶2098-02-30            | WRONG_TYPE 2098-02-30
            id: works\\n              | id: ▶block\\n                  | DUPLICATE_KEY block
            level: city              | level: ▶state                 | UNKNOWN_WORD state
            given: {amount: 12万元   | ▶giving: {amount: 12万元       | UNKNOWN_KEY giving
            given: {amount: 12万元, measure: works-amount} | ``      | MISSING_KEY
            given: {amount: 12万元   | matching: {item: block, ratio: 10%}\\n        ▶given: {amount: 12万元 | OVERLAP matching
            measure: works-amount}   | measure: ▶works}              | UNKNOWN_WORD works
            measure: works-amount}   | measure: ▶aged}               | WRONG_TYPE aged
            aged: aged, rural: rural | aged: ▶works-amount, rural: rural | WRONG_TYPE works-amount
            item: block, ratio: 50%  | item: ▶match, ratio: 50%      | UNKNOWN_WORD match
            item: block, ratio: 50%  | item: works, ratio: ▶50%      | OUT_OF_RANGE 50%
            item: block, ratio: 50%  | item: block, ratio: ▶50       | MISSING_UNIT 50
            divisions: ["02"], levels | divisions: [▶"03"], levels   | UNKNOWN_WORD 03
            levels: [city, district] | levels: [▶town]               | UNKNOWN_WORD town
            about: 40%, clause: FU §1 ③ | about: 40%, clause: ▶FU §1 ④ | UNKNOWN_CLAUSE FU §1 ④
            scheme: county-2099      | scheme: ▶county               | UNKNOWN_WORD county
            rate: 50元               | rate: ▶50                     | MISSING_UNIT 50
            rate: 50元               | ▶price: 50元                  | UNKNOWN_KEY price
            measure: rural, share: 20% | measure: ▶gift-amount, share: 20% | WRONG_TYPE gift-amount
            rate: 50元\\n      clause: FU §2\\n      base: {measure: rural, share: 20% | rate: 0.01元\\n      clause: FU §2\\n      base: {measure: rural, share: ▶20% | OUT_OF_RANGE 20%
            id: premium-2099         | id: ▶county-2099              | DUPLICATE_KEY county-2099
            payer: donors            | payer: ▶county                | DUPLICATE_KEY county
            item: block, amount: 100万元 | item: ▶blocks, amount: 100万元 | UNKNOWN_WORD blocks
            item: block, amount: 100万元 | item: block, amount: ▶101万元 | OUT_OF_RANGE 101万元
            measure: gift-amount}    | measure: ▶gifts}              | UNKNOWN_WORD gifts
            pays: rest               | pays: ▶all                    | UNKNOWN_WORD all
            pays: rest               | measure: gift-amount          | GAP town
            measure: gift-amount}    | pays: rest}                   | OVERLAP donors
            pays: rest               | ▶pay: rest                    | UNKNOWN_KEY pay
            """)
    void whatIsWrongIsNamedWithItsPlace(String words, String by, String expected) {
        Path copy = TestPacks.copy("funds-2099", folder);
        String place = TestPacks.replace(
                copy, POLICY, words.replace("\\n", "\n"), (by == null ? "" : by).replace("\\n", "\n"));
        Problem problem = problems(copy).getFirst();
        assertEquals(expected.strip(), (problem.reason() + " " + problem.read()).strip());
        if (!place.isEmpty() && problem.reason() != Problem.Reason.OVERLAP) {
            assertEquals(place, problem.place().line() + ":" + problem.place().column());
        }
    }

    /** A premium whose product has a premium of its own takes it from there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            &medical_premium {product: supplementary-medical,  | &medical_premium {product: ▶supplementary,                 | UNKNOWN_WORD supplementary
            &medical_premium {product: supplementary-medical,  | &medical_premium {product: supplementary-medical, rate: ▶451元, clause: WH3 §3.1 ①, | OUT_OF_RANGE 451元
            &medical_premium {product: supplementary-medical,  | &medical_premium {product: supplementary-medical, ▶name: {zh: 险, en: cover}, | UNKNOWN_KEY name
            item: provincial-insurance, amount: 272万元        | item: provincial-insurance, amount: ▶273万元               | OUT_OF_RANGE 273万元
            premium_funding:\\n                                | premium_funding: {open_term: other-eligible-cost}\\nrest:\\n | MISSING_FILL other-eligible-cost
            schemes:\\n                                        | schemes: {open_term: other-eligible-cost}\\nrest:\\n         | MISSING_FILL other-eligible-cost
            """)
    void aPremiumIsThatOfItsProduct(String words, String by, String expected) {
        Path copy = TestPacks.copy("weihai-2020", folder);
        TestPacks.replace(
                copy, POLICY, words.strip().replace("\\n", "\n"), by.strip().replace("\\n", "\n"));
        List<String> said = problems(copy).stream()
                .map(problem -> problem.reason() + " " + problem.read())
                .toList();
        assertTrue(said.contains(expected), said::toString);
    }

    /** Words that an open term replaces, and what waits for it then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limit: 60万元}                             | limit: TERM}                           | ``
            amount: 450元                              | amount: TERM                           | special-benefit-insurance-2020
            carry_over: {from: 2019-01-01,             | carry_over: {from: TERM,               | special-benefit-insurance-2020
            by_headcount: {amount: 4000万元            | by_headcount: {amount: TERM            | special-funds-2020 special-benefit-insurance-2020
            """)
    void aRuleWithAHoleInItWaitsAndTheOthersGoOn(String words, String by, String waiting) {
        Path copy = TestPacks.copy("weihai-2020", folder);
        TestPacks.replace(copy, POLICY, words.strip(), by.strip().replace("TERM", "{open_term: other-eligible-cost}"));
        Funds funds = TestPacks.loaded(copy).pack().funds();
        assertEquals(waiting, funds.withheld().stream().map(Funds.Withheld::id).collect(Collectors.joining(" ")));
        assertEquals(waiting.isEmpty(), funds.premium() != null);
        assertEquals(waiting.contains("funds") ? 0 : 1, funds.schemes().size());
        CheckReport report = PackCheck.check(copy.toString());
        assertEquals(
                !waiting.isEmpty(),
                report.render(Language.EN).contains("special-benefit-insurance-2020"),
                () -> report.render(Language.EN));
    }

    /** A fault in a product is said once, though a premium rests on the product. */
    @Test
    void aFaultOfTheProductIsNotSaidTwice() {
        Path copy = TestPacks.copy("weihai-2020", folder);
        TestPacks.replace(copy, POLICY, "amount: 450元", "amount: 450");
        assertEquals(Problem.Reason.MISSING_UNIT, only(copy).reason());
    }

    private static Problem only(Path pack) {
        List<Problem> problems = problems(pack);
        assertEquals(
                1, problems.size(), () -> problems.stream().map(Problem::line).collect(Collectors.joining("\n")));
        return problems.getFirst();
    }

    /** What is wrong, each in both languages and naming what was read. */
    private static List<Problem> problems(Path pack) {
        List<Problem> problems = assertInstanceOf(LoadResult.Refused.class, Packs.load(pack.toString()))
                .problems();
        for (Problem problem : problems) {
            assertTrue(problem.message().zh().contains(problem.read()), problem.line());
            assertTrue(problem.message().en().contains(problem.read()), problem.line());
        }
        return problems;
    }
}
