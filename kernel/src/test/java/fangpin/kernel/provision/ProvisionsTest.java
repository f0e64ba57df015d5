package fangpin.kernel.provision;

import static fangpin.kernel.provision.Named.CLAUSE;
import static fangpin.kernel.provision.Named.NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Fen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the smaller provisions decide, both sides of each line. */
class ProvisionsTest {
    /** WH6 §3.2: in principle. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            ALWAYS,       true,  false, OPEN
            ALWAYS,       false, false, SHUT
            ALWAYS,       false, true,  SHUT
            IN_PRINCIPLE, true,  true,  OPEN
            IN_PRINCIPLE, false, false, SHUT
            IN_PRINCIPLE, false, true,  BY_EXCEPTION
            """)
    void aGate(Gate.Hardness hardness, boolean met, boolean exception, Gate.Passage passage) {
        assertEquals(passage, new Gate("g", NAME, CLAUSE, NAME, NAME, hardness).passage(met, exception));
    }

    /** LY36 §4, LY36 §18. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            at-least, 0,   19,  NO
            at-least, 0,   20,  YES
            at-least, 30,  20,  YES
            rising,   400, 400, NO
            rising,   400, 401, YES
            in-words, 0,   100, REFER
            """)
    void aTarget(String kind, long before, long now, Reply reached) {
        Target.Measure measure = switch (kind) {
            case "at-least" -> new Target.AtLeast(20, NAME);
            case "rising" -> new Target.Rising(NAME);
            case "in-words" -> new Target.InWords();
            default -> throw new IllegalArgumentException(kind);
        };
        assertEquals(reached, new Target("t", NAME, CLAUSE, null, null, measure).reached(before, now));
    }

    @Test
    void aChecklistNamesWhatIsMissing() {
        Checklist contract =
                new Checklist("c", NAME, CLAUSE, List.of(Named.item("goals"), Named.item("scope"), Named.item("term")));
        assertEquals(
                List.of("goals", "term"),
                contract.missing(Set.of("scope", "other")).stream()
                        .map(ListedItem::id)
                        .toList());
        assertEquals(List.of(), contract.missing(Set.of("scope", "goals", "term")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            basic assistance waiver | true
            basic waiver assistance | false
            waiver other            | true
            other waiver basic      | false
            other                   | true
            ``                      | true
            """)
    void anOrderOfPayersLooksAtThoseThatBothName(String others, boolean agrees) {
        PayerOrder order = new PayerOrder(
                "o", NAME, CLAUSE, List.of(Named.item("basic"), Named.item("assistance"), Named.item("waiver")));
        assertEquals(agrees, order.agrees(Arrays.asList(others.split(" ", -1))));
    }

    /** SD §4.2: "and the like". */
    @ParameterizedTest
    @CsvSource({"fire, true, YES", "fire, false, YES", "fall, true, REFER", "fall, false, NO"})
    void aFirstPayer(String cause, boolean andTheLike, Reply first) {
        FirstPayer payer = new FirstPayer("f", NAME, CLAUSE, "disaster", List.of(Named.item("fire")), andTheLike);
        assertEquals(first, payer.paysFirst(cause));
    }

    // --------------------------------------------------------------------------------------------- points, LC §3.1

    private static final PointsTable TABLE = new PointsTable(
            List.of(new PointsTable.Item("tidy-yard", NAME, 10, 2), new PointsTable.Item("job", NAME, 25, 1)),
            new Fen(17));

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0,  0,  0.00
            1, 0, 10,  1.70
            2, 0, 20,  3.40
            3, 0, 20,  3.40
            0, 1, 25,  4.25
            9, 9, 45,  7.65
            """)
    void pointsOfARoundAndWhatTheyFetch(int tidyYard, int job, long points, String value) {
        assertEquals(points, TABLE.points(Map.of("tidy-yard", tidyYard, "job", job)));
        assertEquals(value, TABLE.value(points).yuan());
    }

    @ParameterizedTest
    @CsvSource({"garden, 1", "job, -1"})
    void whatIsNotOnTheTableIsRefused(String item, int times) {
        assertThrows(IllegalArgumentException.class, () -> TABLE.points(Map.of(item, times)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                   | score
            publish              | score
            score                | publish
            publish score        | report
            score publish report | -
            """)
    void stagesComeInOrder(String done, @Nullable String next) {
        PointsScheme scheme = new PointsScheme(
                "p",
                NAME,
                CLAUSE,
                List.of(Named.item("score"), Named.item("publish"), Named.item("report")),
                List.of(),
                List.of("table"),
                null);
        assertEquals(
                next,
                scheme.nextStage(Arrays.asList(done.split(" ", -1)))
                        .map(ListedItem::id)
                        .orElse(null));
    }

    @Test
    void aContradictionStandsWhereItsFirstClauseDoes() {
        ClauseId first = new ClauseId("WHT");
        assertEquals(first, new Contradiction("c", NAME, List.of(first, CLAUSE), NAME).clause());
    }
}
