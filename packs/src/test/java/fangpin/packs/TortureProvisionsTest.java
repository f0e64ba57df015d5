package fangpin.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.PointsScheme;
import fangpin.kernel.provision.PointsTable;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.Tie;
import fangpin.kernel.provision.TimeLimit;
import fangpin.packs.load.FillFile;
import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Provisions with something wrong in them: each fault is said once, by name and place, in both languages. */
class TortureProvisionsTest {
    private static final String POLICY = "policy.yaml";

    @TempDir
    Path folder;

    private Path copy;

    @BeforeEach
    void copied() {
        copy = TestPacks.copy("provisions-2099", folder);
    }

    /** Words in the pack, what stands in their place, what must come of it; {@code ▶} marks the place that must be named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            provisions:\\n  groups:            | provisions:\\n  ▶herds: []\\n  groups:     | UNKNOWN_KEY herds
            name: {zh: 入库, en: pool}, clause: PR §3 ② | name: {zh: 入库, en: pool}, clause: ▶PR §9 | UNKNOWN_CLAUSE PR §9
            name: {zh: 入库, en: pool}, clause: PR §3 ② | name: {zh: 入库, en: pool, ▶de: Pool}, clause: PR §3 ② | UNKNOWN_KEY de
            standings: [helped, monitored]    | standings: [helped, ▶hunted]             | UNKNOWN_WORD hunted
            part_of: subsistence-allowance    | part_of: ▶nobody                         | UNKNOWN_WORD nobody
            length: 30日                      | length: ▶30                              | MISSING_UNIT 30
            length: 30日                      | length: ▶30元                            | WRONG_TYPE 30元
            length: 30日                      | length: ▶0日                             | WRONG_TYPE 0日
            starts: proposed                  | starts: ▶proposal                        | UNKNOWN_WORD proposal
            within: disbursement              | within: ▶verification                    | UNKNOWN_WORD verification
            printed: [宣传费]                 | printed: [▶广告费]                       | UNKNOWN_WORD 广告费
            category: publicity               | category: ▶work-expenses                 | DUPLICATE_KEY work-expenses
            outside_account: "21305"          | outside_account: ▶special                | WRONG_TYPE special
            hardness: in-principle            | hardness: ▶perhaps                       | UNKNOWN_WORD perhaps
            {id: term, name: {zh: 期限        | {id: ▶scope, name: {zh: 期限             | DUPLICATE_KEY scope
            and_the_like: true                | and_the_like: ▶etc                       | WRONG_TYPE etc
            counts: money}\\n        - {id: households | counts: ▶gold}\\n        - {id: households | UNKNOWN_WORD gold
            cells: [60万元]                   | cells: [▶60]                             | MISSING_UNIT 60
            cells: [60万元]                   | cells: [▶60万斤]                         | WRONG_TYPE 60万斤
            cells: [60万元]                   | cells: ▶[60万元, 1元]                    | WRONG_TYPE list (2)
            cells: [60万元]                   | cells: ▶60万元                           | WRONG_TYPE 60万元
            [70万元, 12, ""]                  | [70万元, ▶12户, ""]                      | WRONG_TYPE 12户
            sum_of: [upper, own]              | sum_of: [upper, ▶lower]                  | UNKNOWN_WORD lower
            sum_of: [upper, own], cells       | sum_of: [upper, own, ▶all], cells        | UNKNOWN_WORD all
            {id: persons, name: {zh: 人       | {id: ▶households, name: {zh: 人          | DUPLICATE_KEY households
            sum_of: [upper, own], cells: [100万元] | sum_of: [upper, own], cells: [▶100.01万元] | DOES_NOT_TIE 1,000,100.00元
            [90万元, "", ""]                  | [90万元, ▶11, ""]                        | DOES_NOT_TIE 11
            ground: worked-out                | ground: ▶hearsay                         | UNKNOWN_WORD hearsay
            source: receipts.upper            | source: ▶receipts.lower                  | UNKNOWN_QUANTITY receipts.lower
            left: [uses.roads.used]           | left: [▶uses.roads.spent]                | UNKNOWN_QUANTITY uses.roads.spent
            left: [uses.roads.used]           | left: [▶costs.roads]                     | UNKNOWN_QUANTITY costs.roads
            right: [receipts.upper, to-roads] | right: [receipts.upper, ▶to-pipes]       | UNKNOWN_QUANTITY to-pipes
            clauses: [PR §4, PR §4b]          | clauses: ▶[]                             | WRONG_TYPE list (0)
            clauses: [PR §4, PR §4b]          | clauses: [PR §4, ▶PR §4c]                | UNKNOWN_CLAUSE PR §4c
            by: 2099-12-31                    | by: ▶2099                                | WRONG_TYPE 2099
            {id: villages, name: {zh: 启动示范村, en: villages begun}, clause: PR §7 ①, by: 2099-12-31, at_least: 3, unit: {zh: 个, en: villages}} | ▶{id: villages, name: {zh: 启动示范村, en: villages begun}, clause: PR §7 ①, by: 2099-12-31, at_least: 3} | MISSING_KEY unit
            years: 1-2年                      | years: ▶1-2                              | WRONG_TYPE 1-2
            years: 1-2年                      | years: ▶2-1年                            | WRONG_TYPE 2-1年
            years: 5年                        | years: ▶5                                | MISSING_UNIT 5
            groups: [subsistence-allowance]   | groups: [▶everybody]                     | UNKNOWN_WORD everybody
            table: {open_term: points-table}  | table: {open_term: ▶table}               | UNKNOWN_OPEN_TERM table
            """)
    void whatIsWrongIsNamedWithItsPlace(String words, String by, String expected) {
        String place = TestPacks.replace(copy, POLICY, words.replace("\\n", "\n"), by.replace("\\n", "\n"));
        Problem problem = only();
        assertEquals(expected, problem.reason() + " " + problem.read());
        assertEquals(place, problem.place().line() + ":" + problem.place().column());
    }

    /** The lines, and by how much. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cells: [60万元]              | cells: [60.01万元]      | "received" of "total" is stated as 1,000,000.00元, its parts come to 1,000,100.00元, a difference of -100.00元 | “合计”的“收到”写作 1,000,000.00元，各项之和是 1,000,100.00元，相差 -100.00元
            amount: 10万元, ground       | amount: 9万元, ground   | "roads-paid" does not tie out: left less right is 10,000.00元 | “roads-paid”两边不等：左边减右边相差 10,000.00元
            """)
    void whatDoesNotTieOutNamesTheLinesAndTheDifference(String words, String by, String english, String chinese) {
        TestPacks.replace(copy, POLICY, words, by);
        Problem problem = problems().stream()
                .filter(one -> one.reason() == Problem.Reason.DOES_NOT_TIE)
                .findFirst()
                .orElseThrow();
        assertTrue(problem.message().en().contains(english), problem.line());
        assertTrue(problem.message().zh().contains(chinese), problem.line());
    }

    @Test
    void anIdStandsOnceInAPack() {
        String place = TestPacks.replace(copy, POLICY, "- {id: pool,", "- {id: ▶finance,");
        Problem problem = only();
        assertEquals(
                "DUPLICATE_KEY finance " + place,
                problem.reason() + " " + problem.read() + " " + problem.place().line() + ":"
                        + problem.place().column());
    }

    @Test
    void aTargetIsANumberOrARiseNotBoth() {
        String place = TestPacks.replace(
                copy, POLICY, "years: 5年, rising: {", "at_least: 1, unit: {zh: 个, en: x}, rising: ▶{");
        Problem problem = only();
        assertEquals(
                "WRONG_TYPE " + place,
                problem.reason() + " " + problem.place().line() + ":"
                        + problem.place().column());
    }

    // ------------------------------------------------------------------------------------------------ open terms

    /** What waits for an open term is left out, and so is what needs it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            length: 30日         | length: {open_term: points-table}     | disbursement finance
            length: 15日         | length: {open_term: points-table}     | finance
            cells: [60万元]      | cells: [{open_term: points-table}]    | receipts upper-purposes roads-paid unused
            amount: 10万元, gr   | amount: {open_term: points-table}, gr | to-roads roads-paid unused
            """)
    void whatWaitsForAnOpenTermIsLeftOut(String words, String by, String leftOut) {
        List<String> all = ids(TestPacks.loaded(copy));
        TestPacks.replace(copy, POLICY, words, by);
        List<String> there = ids(TestPacks.loaded(copy));
        assertEquals(
                leftOut,
                String.join(" ", all.stream().filter(id -> !there.contains(id)).toList()));
    }

    @Test
    void aPointsSchemeWaitsForItsTableAlone() {
        PointsScheme open =
                TestPacks.loaded(copy).pack().provisions(PointsScheme.class).getFirst();
        assertEquals(List.of("points-table"), open.waitsFor());
        assertEquals(null, open.table());
        assertEquals(2, open.stages().size());
        PointsScheme filled = filled(
                        "{items: [{id: tidy, name: {zh: 整洁, en: tidy}, points: 10, most_times: 2}], worth: 1元}")
                .provisions(PointsScheme.class)
                .getFirst();
        PointsTable table = filled.table();
        assertNotNull(table);
        assertEquals(20, table.points(Map.of("tidy", 3)));
        assertEquals(List.of(), filled.waitsFor());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {items: [{id: a, name: {zh: 甲, en: a}, points: 0, most_times: 2}], worth: 1元} | WRONG_TYPE 0
            {items: [{id: a, name: {zh: 甲, en: a}, points: 1, most_times: 2}], worth: 1}   | MISSING_UNIT 1
            {items: [{id: a, name: {zh: 甲, en: a}, points: 1, most_times: 1}, {id: a, name: {zh: 甲, en: a}, points: 1, most_times: 1}], worth: 1元} | DUPLICATE_KEY a
            """)
    void aTableOfPointsIsReadAsStrictly(String table, String expected) {
        LoadResult result = Packs.load(copy.toString(), Map.of(), fill(table));
        Problem problem =
                only(assertInstanceOf(LoadResult.Refused.class, result).problems());
        assertEquals(expected, problem.reason() + " " + problem.read());
    }

    // ------------------------------------------------------------------------------------------- the shipped packs

    static List<String> shipped() {
        return Packs.shipped();
    }

    /** Every provision has words in both languages and a clause that stands in the pack; sums and ties hold to the fen. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedPackHasProvisionsInOrder(String name) {
        LoadResult.Loaded loaded = assertInstanceOf(LoadResult.Loaded.class, Packs.load(name));
        assertTrue(loaded.pack().provisions().size() > 10, name);
        for (Provision provision : loaded.pack().provisions()) {
            assertTrue(loaded.pack().clause(provision.clause()).isPresent(), provision::id);
        }
        for (Statement statement : loaded.pack().provisions(Statement.class)) {
            assertEquals(List.of(), statement.differences(), statement.id());
        }
    }

    /** One figure of a document changed, and the sums that no longer hold. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            licheng-2020 | clause: LC §1.1.2, cells: [2.25万元]   | clause: LC §1.1.2, cells: [2.26万元]   | upper; rain-dew-as-received; rain-dew-province-second-as-received
            licheng-2020 | clause: LC §1.2.6, cells: [941万元]    | clause: LC §1.2.6, cells: [940万元]    | district; industry-social-less-what-moved
            licheng-2020 | clause: LC §2.6, cells: [10万元, 10万元 | clause: LC §2.6, cells: [10万元, 9万元 | all
            licheng-2020 | amount: 211万元                        | amount: 210万元                        | home-improvement-with-what-moved; industry-social-less-what-moved
            weihai-2020  | cells: [2330万元]                      | cells: [2331万元]                      | province-as-tabled
            weihai-2020  | cells: [6300万元, "", 1803万元, 48万元 | cells: [6300万元, "", 1802万元, 49万元 | all; all; city-as-allotted; city-as-allotted
            """)
    void aChangedFigureOfADocumentBreaksItsSums(String pack, String words, String by, String broken) {
        Path shipped = TestPacks.copy(pack, folder);
        TestPacks.replace(shipped, POLICY, words, by);
        LoadResult result = Packs.load(shipped.toString());
        List<Problem> problems =
                assertInstanceOf(LoadResult.Refused.class, result).problems();
        assertTrue(
                problems.stream().allMatch(problem -> problem.reason() == Problem.Reason.DOES_NOT_TIE),
                problems::toString);
        assertEquals(
                broken,
                String.join(
                        "; ",
                        problems.stream().map(problem -> id(shipped, problem)).toList()));
    }

    /** The id on the line that a problem names. */
    private static String id(Path pack, Problem problem) {
        try {
            String line =
                    Files.readAllLines(pack.resolve(POLICY)).get(problem.place().line() - 1);
            return line.replaceFirst(".*\\{id: ([^,]+),.*", "$1");
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }

    @Test
    void weihaisTimeLimitsRunInsideOneAnother() {
        LoadResult.Loaded loaded = assertInstanceOf(LoadResult.Loaded.class, Packs.load("weihai-2020"));
        List<String> limits = loaded.pack().provisions(TimeLimit.class).stream()
                .map(limit -> {
                    TimeLimit within = limit.within();
                    return limit.id() + " " + limit.span().length() + " "
                            + limit.span().unit() + " from " + limit.starts()
                            + (within == null ? "" : " within " + within.id());
                })
                .toList();
        assertEquals(
                List.of(
                        "disbursement 30 DAYS from allocation-issued",
                        "finance-disbursement 15 DAYS from proposal-made within disbursement"),
                limits);
        assertEquals(4, loaded.pack().provisions(Tie.class).size());
    }

    // -------------------------------------------------------------------------------------------------------- helpers

    private static List<String> ids(LoadResult.Loaded loaded) {
        return loaded.pack().provisions().stream().map(Provision::id).toList();
    }

    private PolicyPack filled(String table) {
        LoadResult result = Packs.load(copy.toString(), Map.of(), fill(table));
        return assertInstanceOf(LoadResult.Loaded.class, result).pack();
    }

    private static FillFile fill(String table) {
        String text =
                "fills: provisions-2099\nname: f\ndated: 2099-03-01\norigin: {zh: 试验, en: trial}\nterms: {points-table: "
                        + table + "}\n";
        return assertInstanceOf(
                        FillFile.Result.Read.class, FillFile.read("f.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .file();
    }

    private List<Problem> problems() {
        List<Problem> problems = assertInstanceOf(LoadResult.Refused.class, Packs.load(copy.toString()))
                .problems();
        for (Problem problem : problems) {
            assertTrue(problem.message().zh().contains(problem.read()), problem.line());
            assertTrue(problem.message().en().contains(problem.read()), problem.line());
        }
        return problems;
    }

    private Problem only() {
        return only(problems());
    }

    private static Problem only(List<Problem> problems) {
        assertEquals(
                1,
                problems.size(),
                () -> problems.stream().map(Problem::line).toList().toString());
        return problems.getFirst();
    }
}
