package fangpin.kernel.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.money.Fen;
import fangpin.kernel.provision.Statement.Column;
import fangpin.kernel.provision.Statement.Kind;
import fangpin.kernel.provision.Statement.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two sources over two districts, the first of them blank in the second source; and one list of uses. */
class TieOutTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("all", Named.NAME, Kind.MONEY, List.of("east", "west")),
            new Column("east", Named.NAME, Kind.MONEY, List.of()),
            new Column("west", Named.NAME, Kind.MONEY, List.of()));
    private static final Reallocation MOVED = new Reallocation(
            "moved", Named.NAME, Named.CLAUSE, Named.CLAUSE, new Fen(5), Reallocation.Ground.WORKED_OUT, Named.NAME);
    private static final Statement USES = new Statement(
            "uses",
            Named.NAME,
            Named.CLAUSE,
            null,
            List.of(new Column("used", Named.NAME, Kind.MONEY, List.of())),
            List.of(row("roads", List.of(), Map.of("used", 25L)), row("pipes", List.of(), Map.of("used", 40L))));

    private static Row row(String id, List<String> sumOf, Map<String, Long> amounts) {
        return new Row(id, Named.NAME, Named.CLAUSE, sumOf, amounts);
    }

    private static Statement funds(@Nullable Long all, long east, long west, long provinceEast) {
        Map<String, Long> total = new TreeMap<>(Map.of("east", east, "west", west));
        if (all != null) {
            total.put("all", all);
        }
        return new Statement(
                "funds",
                Named.NAME,
                Named.CLAUSE,
                null,
                COLUMNS,
                List.of(
                        row("total", List.of("province", "city"), total),
                        row("province", List.of(), Map.of("all", provinceEast + 30, "east", provinceEast, "west", 30L)),
                        row("city", List.of(), Map.of("all", 15L, "west", 15L))));
    }

    @Test
    void aTermIsCalledByItsPlace() {
        assertEquals("funds.city", new Tie.Cells("funds", "city", null).toString());
        assertEquals("funds.city.east", new Tie.Cells("funds", "city", "east").toString());
        assertEquals("moved", new Tie.Moved("moved").toString());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', quoteCharacter = '`', textBlock = """
            65 | 20 | 45 | 20 | ``
            66 | 20 | 45 | 20 | total all 66 65, total all 66 65
            -  | 20 | 46 | 20 | total west 46 45
            65 | 21 | 44 | 20 | total east 21 20, total west 44 45
            65 | 20 | 45 | 19 | total all 65 64, total east 20 19
            """)
    void sumsTieOutDownAndAcross(@Nullable Long all, long east, long west, long provinceEast, String differences) {
        List<String> found = funds(all, east, west, provinceEast).differences().stream()
                .map(one -> one.row().id() + " " + one.column().id() + " " + one.stated() + " " + one.summed())
                .toList();
        assertEquals(differences, String.join(", ", found));
    }

    @Test
    void aDifferenceIsStatedLessSummed() {
        assertEquals(1, funds(66L, 20, 45, 20).differences().getFirst().amount());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', quoteCharacter = '`', textBlock = """
            funds.total          | {all=65, east=20, west=45}
            funds.city           | {all=15, west=15}
            funds.city.west      | {=15}
            funds.city.east      | {=0}
            uses.roads           | {=25}
            uses.roads.used      | {=25}
            moved                | {=5}
            funds.county         | -
            funds.city.north     | -
            uses.roads.planned   | -
            costs.roads          | -
            lost                 | -
            """)
    void aTermIsARowACellOrWhatWasMoved(String term, @Nullable String amounts) {
        Optional<String> found = book().amounts(term(term)).map(one -> new TreeMap<>(one).toString());
        assertEquals(Optional.ofNullable(amounts), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uses.roads uses.pipes | funds.total.all                  | {=0}
            uses.roads moved      | funds.province.west              | {=0}
            uses.roads            | funds.province.west              | {=-5}
            funds.total           | funds.province                   | {all=15, east=0, west=15}
            funds.total           | funds.province funds.city        | {all=0, east=0, west=0}
            """)
    void bothSidesAreAddedUpColumnByColumn(String left, String right, String differences) {
        Tie tie = new Tie("t", Named.NAME, Named.CLAUSE, terms(left), terms(right), null);
        assertEquals(differences, book().differences(tie).toString());
    }

    @Test
    void sumsTooGreatFailLoudly() {
        Statement great = new Statement(
                "great",
                Named.NAME,
                Named.CLAUSE,
                null,
                List.of(new Column("used", Named.NAME, Kind.MONEY, List.of())),
                List.of(row("a", List.of(), Map.of("used", Long.MAX_VALUE)), row("b", List.of(), Map.of("used", 1L))));
        Tie tie = new Tie("t", Named.NAME, Named.CLAUSE, terms("great.a great.b"), List.of(), null);
        assertThrows(ArithmeticException.class, () -> new TieOut(List.of(great)).differences(tie));
    }

    private static TieOut book() {
        return new TieOut(List.of(funds(65L, 20, 45, 20), USES, MOVED));
    }

    private static List<Tie.Term> terms(String words) {
        return Arrays.stream(words.split(" ", -1)).map(TieOutTest::term).toList();
    }

    private static Tie.Term term(String word) {
        String[] parts = word.split("\\.", -1);
        return parts.length == 1
                ? new Tie.Moved(word)
                : new Tie.Cells(parts[0], parts[1], parts.length == 2 ? null : parts[2]);
    }
}
