package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.Text;
import fangpin.packs.check.PackCheck;
import fangpin.packs.load.FillFile;
import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs with something wrong in them: each fault is said once, by name and place, and nothing breaks. */
class TorturePacksTest {
    private static final String POLICY = "policy.yaml";
    private static final String CAP = "cap: {amount: owed_year, limit: 60万元}";

    @TempDir
    Path folder;

    private Path copy;

    @BeforeEach
    void copied() {
        copy = TestPacks.copy("weihai-2020", folder);
    }

    /** Words in the pack, what stands in their place, what must come of it; {@code ▶} marks the place that must be named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            clause: WH3 §3.1\\n            | clause: ▶WH3 §9.9\\n          | UNKNOWN_CLAUSE WH3 §9.9
            clause: WH3 §3.1\\n            | clause: ▶WH3 §3.1 ⑩\\n        | UNKNOWN_CLAUSE WH3 §3.1 ⑩
            clause: WH3 §3.1\\n            | clause: ▶①\\n                 | UNKNOWN_CLAUSE ①
            clause: WH3 §3.1\\n            | clause: ▶" WH3"\\n            | UNKNOWN_CLAUSE  WH3
            clause: WH3 §3.1\\n            | clause: ▶""\\n                | WRONG_TYPE
            amount: 450元                 | amount: ▶450                  | MISSING_UNIT 450
            amount: 450元                 | amount: ▶450斤                | WRONG_TYPE 450斤
            amount: 450元                 | amount: ▶99999999999万元      | WRONG_TYPE 99999999999万元
            ratio: 10%                    | ratio: ▶10                    | MISSING_UNIT 10
            ratio: 10%                    | ratio: ▶101%                  | WRONG_TYPE 101%
            issued: 2020-02-19            | issued: 2020-02-19\\n▶city: 1 | UNKNOWN_KEY city
            settles: bill                 | settles: bill\\n    ▶pays: 1  | UNKNOWN_KEY pays
            limit: 60万元}                | limit: 60万元, ▶most: 1元}    | UNKNOWN_KEY most
            subtract_payers:              | ▶substract_payers:            | UNKNOWN_KEY substract_payers
            subtract_payers: {from: eligible_cost, before: supplementary} | ▶lump_sum: {amount: 1元}\\n        ▶sum: [] | OVERLAP lump_sum
            issued: 2020-02-19\\n          | ``                            | MISSING_KEY issued
            issued: 2020-02-19            | issued: ▶2020-02-30           | WRONG_TYPE 2020-02-30
            settles: bill\\n               | \\n                           | MISSING_KEY settles
            not_below_zero: {by_reading: R2, running: true, trued-up: false} | ``             | MISSING_KEY not_below_zero
            jurisdiction: "371000"        | jurisdiction: "371000"\\n▶jurisdiction: "371000" | DUPLICATE_KEY jurisdiction
            own_payer: supplementary      | own_payer: ▶[supplementary]   | WRONG_TYPE list (1)
            sum: [capital_paid, medical_paid] | sum: ▶capital_paid        | WRONG_TYPE capital_paid
            sum: [capital_paid, medical_paid] | sum: [▶[capital_paid], medical_paid] | WRONG_TYPE list (1)
            settles: bill                 | settles: ▶[bill]              | WRONG_TYPE list (1)
            settles: bill                 | settles: ▶bills               | UNKNOWN_WORD bills
            joins: period-start           | joins: ▶start                 | UNKNOWN_WORD start
            used_when: {kind: [disability]} | used_when: {kind: [▶ill]}   | UNKNOWN_WORD ill
            used_when: {kind: [disability]} | used_when: {▶sort: [ill]}   | UNKNOWN_WORD sort
            before: supplementary         | before: ▶supplement           | UNKNOWN_WORD supplement
            own_payer: supplementary      | own_payer: ▶suppl             | UNKNOWN_WORD suppl
            grade: grade\\n                | grade: ▶degree\\n              | UNKNOWN_WORD degree
            per: [accident_id], sum_of: medical_base  | per: [▶accident], sum_of: medical_base | UNKNOWN_WORD accident
            residual: left_year           | residual: ▶left_jahr          | UNKNOWN_QUANTITY left_jahr
            residual: left_year           | residual: ▶capped_year        | UNKNOWN_QUANTITY capped_year
            pays: hospital_waiver         | pays: ▶waiver                 | UNKNOWN_QUANTITY waiver
            sum_of: medical_base          | sum_of: ▶medical_sum          | UNKNOWN_QUANTITY medical_sum
            cover_date: {by_reading: R7, discharge: discharge, admission: admission} | cover_date: ▶{by_reading: R7, discharge: discharge} | GAP discharge
            cover_date: {by_reading: R7,  | cover_date: {by_reading: ▶R77, | UNKNOWN_READING R77
            chosen: running               | chosen: ▶walking              | UNKNOWN_WORD walking
            limit: 60万元                 | limit: {open_term: ▶year-cap} | UNKNOWN_OPEN_TERM year-cap
            sha256: 430a9eb822            | sha256: ▶530a9eb822           | HASH_MISMATCH 530a9eb822a6c6ae6e6b20d5fa6408c329c82981fea21415632f5038b8e0206e
            file: WH3.md                  | file: ▶WH4.md                 | MISSING_FILE WH4.md
            file: WH3.md                  | file: ▶"W\\0"                 | MISSING_FILE W
            file: WH3.md                  | file: ▶../WH3.md              | MISSING_FILE ../WH3.md
            superior: shandong-2020       | superior: ▶shandong-2019      | UNKNOWN_PACK shandong-2019
            superior: shandong-2020       | superior: ▶weihai-2020        | CYCLE weihai-2020
            in_force: {from: 2020-01-01, until: 2021-01-01} | in_force: ▶{from: 2020-01-01, until: 2020-01-01} | OUT_OF_RANGE 2020-01-01 .. 2020-01-01
            in_force: {from: 2020-01-01, until: 2021-01-01} | in_force: {from: 2020-01-01, until: ▶2020}     | WRONG_TYPE 2020
            in_force: {from: 2020-01-01, until: 2021-01-01} | in_force: ▶2020                                | WRONG_TYPE 2020
            pack: weihai-2020             | pack: ▶weihai-2021            | UNKNOWN_WORD weihai-2021
            fangpin-policy-pack/1         | ▶fangpin-policy-pack/2        | UNKNOWN_WORD fangpin-policy-pack/2
            id: production-subsidy\\n       | id: ▶microcredit-risk\\n       | DUPLICATE_KEY microcredit-risk
            {payer: waiver,               | {payer: ▶basic,               | DUPLICATE_KEY basic
            category: instant-help        | category: ▶policy-beneficiary | DUPLICATE_KEY policy-beneficiary
            {id: WHT, file: WHT.md        | {id: ▶WH3, file: WHT.md       | DUPLICATE_KEY WH3
            cover_date: {by_reading: R7, discharge: discharge, admission: admission} | cover_date: ▶accident | UNKNOWN_WORD accident
            cover_date: accident          | cover_date: ▶discharge        | UNKNOWN_WORD discharge
            jurisdiction: "371000"        | jurisdiction: ▶*none          | NOT_YAML found undefined alias none
            """)
    void whatIsWrongIsNamedWithItsPlace(String words, String by, String expected) {
        String place = replace(words, by);
        Problem problem = only();
        assertEquals(expected.strip(), (problem.reason() + " " + visible(problem.read())).strip());
        if (!place.isEmpty()) {
            assertEquals(place, problem.place().line() + ":" + problem.place().column());
        }
    }

    /** What is in order as the pack reads itself may not be so as it might be read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            R7  | admission           | admission: admission}   | admission: ▶accident}     | UNKNOWN_WORD accident
            R14 | supplementary-first | {payer: other, name: {zh: 其他支付, en: other payers}, funder: {zh: 意外险等, en: accident cover and others}, clause: WH3 §3.1 ①, pays: other_taken} | {payer: ▶waiver, name: {zh: 其他支付, en: other payers}, funder: {zh: 意外险等, en: accident cover and others}, clause: WH3 §3.1 ①, pays: other_taken} | DUPLICATE_KEY waiver
            """)
    void whatIsWrongUnderAnotherReadingIsNamedWhenThePackIsReadSo(
            String reading, String choice, String words, String by, String expected) {
        String place = replace(words, by);
        TestPacks.loaded(copy);
        Problem problem = only(reading, choice);
        assertEquals(expected, problem.reason() + " " + problem.read());
        assertEquals(place, problem.place().line() + ":" + problem.place().column());
        assertEquals(
                problem.place(),
                PackCheck.check(copy.toString()).problems().getFirst().place());
    }

    /** Steps put in the place of the year's cap. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            up_to: 1万元, share: 50%}, {share: 60%}            | ``
            up_to: 1万元, share: 50%}, {up_to: ▶1万元, share: 60%}, {share: 70%} | OVERLAP 1万元
            up_to: 2万元, share: 50%}, {up_to: ▶1万元, share: 60%}, {share: 70%} | OVERLAP 1万元
            up_to: ▶0元, share: 50%}, {share: 60%}             | OVERLAP 0元
            up_to: 1万元, share: 50%}, {up_to: ▶2万元, share: 60%} | GAP 2万元
            share: 50%}, ▶{share: 60%}                         | OVERLAP mapping (1)
            up_to: ▶1, share: 50%}, {share: 60%}               | MISSING_UNIT 1
            """)
    void tiersRiseAndTheLastHasNoBound(String tiers, @Nullable String expected) {
        String place = replace(
                CAP, "tiers: {amount: owed_year, method: marginal, origin: absolute, tiers: [{" + tiers.strip() + "]}");
        if (expected == null || expected.isEmpty()) {
            TestPacks.loaded(copy);
        } else {
            Problem problem = only();
            assertEquals(expected, problem.reason() + " " + problem.read());
            assertEquals(place, problem.place().line() + ":" + problem.place().column());
        }
    }

    @Test
    void aGradeScheduleNamesItsMinimum() {
        replace("          minimum: 5000元\n", "");
        assertEquals("MISSING_KEY minimum", only().reason() + " " + only().read());
    }

    @Test
    void twoBranchesForOneCodeOverlapAndBothAreNamed() {
        String place = replace(
                "                    - {codes: *listed, take: medical_net_of_other}\n",
                "- {codes: *listed, clause: SD §4.2, take: medical_net_of_other}".indent(20)
                        + "- {codes: [▶fire], clause: WH3 §3.2, take: nothing}".indent(20));
        Problem problem = only("R11", "net");
        assertEquals("OVERLAP fire", problem.reason() + " " + problem.read());
        assertEquals(place, problem.place().line() + ":" + problem.place().column());
        assertTrue(problem.message().en().contains("SD §4.2 / WH3 §3.2"), problem.line());
        assertTrue(problem.message().zh().contains("SD §4.2 / WH3 §3.2"), problem.line());
    }

    @Test
    void aChoiceMayLeaveNoCodeOut() {
        String place = replace(
                "{codes: *listed, take: medical_net_of_other}\n                  otherwise: medical_open\n",
                "{codes: *listed, take: medical_net_of_other}\n");
        Problem problem = only("R11", "net");
        assertEquals("GAP cause", problem.reason() + " " + problem.read());
        assertEquals("", place);
        assertTrue(problem.place().line() > 300, problem.line());
    }

    @Test
    void moreCodesThanAGuardHoldsAreRefused() {
        String codes =
                IntStream.rangeClosed(1, 60).mapToObj(n -> "k" + n + ": 类" + n).collect(Collectors.joining(", "));
        replace(
                "codes: {death: 身故, disability: 伤残, medical: 医疗}",
                "codes: ▶{death: 身故, disability: 伤残, medical: 医疗, " + codes + "}");
        assertEquals("WRONG_TYPE mapping (63)", only().reason() + " " + only().read());
    }

    @Test
    void anOpenTermWithoutAFillWithholdsTheProductAndNamesTheClause() {
        replace("limit: 60万元", "limit: {open_term: other-eligible-cost}");
        LoadResult.Loaded loaded = TestPacks.loaded(copy);
        assertEquals(
                List.of("accident"),
                loaded.pack().products().stream().map(p -> p.id()).toList());
        assertEquals("supplementary-medical", withheldProducts(loaded));
        var withheld = loaded.pack().withheld().getFirst();
        assertEquals(
                List.of("other-eligible-cost WH3 §3.1 ②"),
                withheld.terms().stream()
                        .map(term -> term.id() + " " + term.clause())
                        .toList());
        LoadResult filled = Packs.load(copy.toString(), Map.of(), fill("weihai-2020", "other-eligible-cost: 60万元"));
        assertEquals(
                2,
                assertInstanceOf(LoadResult.Loaded.class, filled)
                        .pack()
                        .products()
                        .size());
    }

    /** Who is insured concerns every product. */
    @Test
    void anOpenTermInWhoIsInsuredWithholdsEveryProduct() {
        replace("joins: inclusion", "joins: {open_term: other-eligible-cost}");
        LoadResult.Loaded loaded = TestPacks.loaded(copy);
        assertEquals(List.of(), loaded.pack().products());
        assertEquals("supplementary-medical accident", withheldProducts(loaded));
        assertEquals(1, loaded.pack().withheld().getFirst().terms().size());
    }

    @Test
    void anOpenTermInPlaceOfAStepWithholdsTheProduct() {
        replace(
                "      - by_reading: R14\n        accident-first: []\n        supplementary-first:\n          - id: left_for_others",
                "      - {open_term: other-eligible-cost}\n      - by_reading: R14\n        accident-first: []\n        supplementary-first:\n          - id: left_for_others");
        assertEquals("supplementary-medical", withheldProducts(TestPacks.loaded(copy)));
    }

    /** Those that are products; programmes of the pack wait for terms of their own. */
    private static String withheldProducts(LoadResult.Loaded loaded) {
        return loaded.pack().withheld().stream()
                .map(withheld -> withheld.id())
                .filter(id -> id.equals("supplementary-medical") || id.equals("accident"))
                .collect(Collectors.joining(" "));
    }

    /** A list that is open leaves nothing to withhold: the pack would look as if it had no products. */
    @ParameterizedTest
    @ValueSource(strings = {"products", "programmes"})
    void anOpenTermInPlaceOfProductsOrProgrammesIsRefused(String section) throws IOException {
        String policy = Files.readString(copy.resolve(POLICY));
        String head = policy.substring(0, policy.indexOf("\nproducts:"));
        for (String products : List.of(
                "{open_term: x}",
                "[{open_term: x}]",
                "{by_reading: R1, strictly-below: {open_term: x}, at-most: []}")) {
            String open = head.replace("open_terms:\n", """
                    open_terms:
                      x:
                        asks: {zh: 险种, en: the products}
                        clause: WH3 §3
                    """);
            write((open + "\n" + section + ": " + products + "\n").getBytes(StandardCharsets.UTF_8));
            assertEquals("MISSING_FILL x", only().reason() + " " + only().read());
            assertEquals(open.lines().count() + 2, only().place().line());
        }
    }

    @Test
    void anOpenTermInPlaceOfTheInsuredWithholdsEveryProduct() throws IOException {
        String policy = Files.readString(copy.resolve(POLICY));
        int from = policy.indexOf("\ninsured:");
        String open = policy.substring(0, from) + "\ninsured: {open_term: other-eligible-cost}\n"
                + policy.substring(policy.indexOf("\nproducts:"));
        write(open.replace("*ends", "period-end").getBytes(StandardCharsets.UTF_8));
        LoadResult.Loaded loaded = TestPacks.loaded(copy);
        assertEquals("supplementary-medical accident", withheldProducts(loaded));
        assertEquals(1, loaded.pack().withheld().getFirst().terms().size());
    }

    @Test
    void aFillOfAnotherPackOrTermIsRefused() {
        assertEquals("UNKNOWN_PACK lishui-2017", filled(copy, fill("lishui-2017", "other-eligible-cost: 1元")));
        assertEquals("UNKNOWN_OPEN_TERM cap", filled(copy, fill("weihai-2020", "cap: 1元")));
    }

    /** A pack without open terms or readings must not pass over what it is asked to take. */
    @Test
    void aPackWithoutOpenTermsOrReadingsTakesNone() {
        Path shandong = TestPacks.copy("shandong-2020", folder);
        assertEquals("UNKNOWN_OPEN_TERM cap", filled(shandong, fill("shandong-2020", "cap: 1元")));
        LoadResult result = Packs.load(shandong.toString(), Map.of("R1", "at-most"), null);
        assertEquals("UNKNOWN_READING R1", said(problems(result)));
        assertEquals("UNKNOWN_WORD ", said(problems(Packs.load(copy.toString(), Map.of("R1", ""), null))) + " ");
    }

    @Test
    void theTermsOfAFillAreNamed() {
        FillFile.Result result =
                FillFile.read("f.yaml", fillText("weihai-2020", "[1]").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "WRONG_TYPE list (1)",
                said(assertInstanceOf(FillFile.Result.Refused.class, result).problems()));
    }

    @Test
    void packsAboveOneAnotherAreACycle() {
        Path above = TestPacks.copy("shandong-2020", folder);
        TestPacks.replace(above, POLICY, "issued:", "superior: weihai-2020\nissued:");
        Problem problem = only();
        assertEquals("UNKNOWN_PACK shandong-2020", problem.reason() + " " + problem.read());
        assertTrue(problem.message().en().contains("cannot be above itself"), problem.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# nothing\n",
                "a: [",
                "a: b: c",
                "\t- a",
                "{a: 1}}",
                "%YAML 9.0\n---\na: 1",
                "a: 1\n---\nb: 2",
                "? [a]\n: 1",
                "a: &a [*a]",
                "a: &a [*a, *a, *a]",
                "\u0007",
                "a: \"\\q\"",
                "!<%FF> a"
            })
    void whatIsNoPackIsSaidAndBreaksNothing(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
        assertFalse(problems().isEmpty());
        assertEquals(
                Problem.Reason.NOT_YAML,
                problems().stream().map(Problem::reason).sorted().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"just words", "[1, 2]", "~", "\"\""})
    void whatIsNoMappingIsSaidOnce(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(Problem.Reason.WRONG_TYPE, only().reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 1000, 1_000_000})
    void deepNestingIsRefused(int depth) {
        write(("a: " + "[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8));
        assertEquals(Problem.Reason.NOT_YAML, only().reason());
        assertEquals(43, only().place().column());
    }

    /** Ten values each of the line above; three, below the parser's own bound, sixteen times. */
    @ParameterizedTest
    @CsvSource({"10, 9", "3, 16", "2, 24"})
    void aliasesOfAliasesAreRefused(int width, int lines) {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int line = 1; line <= lines; line++) {
            bomb.append("a" + line + ": &a" + line + " [")
                    .append(("*a" + (line - 1) + " ,").repeat(width))
                    .append("]\n");
        }
        write(bomb.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(Problem.Reason.NOT_YAML, only().reason());
    }

    @Test
    void aFileOfFiveMegabytesIsRefused() {
        write("# a long comment line\n".repeat(240_000).getBytes(StandardCharsets.UTF_8));
        assertEquals(Problem.Reason.NOT_YAML, only().reason());
        assertTrue(only().read().startsWith("5280000 bytes"), only().line());
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        write(Files.readString(copy.resolve(POLICY)).getBytes(Charset.forName("GB18030")));
        assertEquals("NOT_YAML bytes that are not UTF-8", only().reason() + " " + only().read());
    }

    @Test
    void threeFaultsGiveThreeProblems() {
        String clause = replace("clause: WH3 §3.1\n", "clause: ▶WH3 §9.9\n");
        String unit = replace("amount: 450元", "amount: ▶450");
        String quantity = replace("[capital_paid, medical_paid]", "[capital_paid, ▶medical]");
        assertEquals(
                List.of(clause + " UNKNOWN_CLAUSE", unit + " MISSING_UNIT", quantity + " UNKNOWN_QUANTITY"),
                problems().stream()
                        .map(problem ->
                                problem.place().line() + ":" + problem.place().column() + " " + problem.reason())
                        .toList());
    }

    // -------------------------------------------------------------------------------------------------------- helpers

    private String replace(String words, @Nullable String by) {
        return TestPacks.replace(copy, POLICY, words.replace("\\n", "\n"), by == null ? "" : by.replace("\\n", "\n"));
    }

    private void write(byte[] bytes) {
        try {
            Files.write(copy.resolve(POLICY), bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Problem only() {
        return only(problems());
    }

    private Problem only(String reading, String choice) {
        return only(problems(Packs.load(copy.toString(), Map.of(reading, choice), null)));
    }

    private static Problem only(List<Problem> problems) {
        assertEquals(
                1, problems.size(), () -> problems.stream().map(Problem::line).collect(Collectors.joining("\n")));
        return problems.getFirst();
    }

    private List<Problem> problems() {
        return problems(Packs.load(copy.toString()));
    }

    /** What is wrong, each in both languages and naming what was read. */
    private static List<Problem> problems(LoadResult result) {
        List<Problem> problems =
                assertInstanceOf(LoadResult.Refused.class, result).problems();
        for (Problem problem : problems) {
            Text message = problem.message();
            assertTrue(!message.zh().isEmpty() && message.zh().contains(problem.read()), problem.line());
            assertTrue(!message.en().isEmpty() && message.en().contains(problem.read()), problem.line());
        }
        return problems;
    }

    private static String said(List<Problem> problems) {
        return problems.stream()
                .map(problem -> (problem.reason() + " " + problem.read()).strip())
                .collect(Collectors.joining("; "));
    }

    private static String filled(Path pack, FillFile fill) {
        return said(problems(Packs.load(pack.toString(), Map.of(), fill)));
    }

    private static String fillText(String pack, String terms) {
        return "fills: " + pack + "\nname: f\ndated: 2020-03-01\norigin: {zh: 试验, en: trial}\nterms: " + terms + "\n";
    }

    private static FillFile fill(String pack, String term) {
        byte[] bytes = fillText(pack, "{" + term + "}").getBytes(StandardCharsets.UTF_8);
        return assertInstanceOf(FillFile.Result.Read.class, FillFile.read("f.yaml", bytes))
                .file();
    }

    private static String visible(String read) {
        return read.replace("\0", "");
    }
}
