package fangpin.kernel.settlement;

import static fangpin.kernel.settlement.SampleProduct.CLAUSE;
import static fangpin.kernel.settlement.SampleProduct.NAMELESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Engine;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Operation.Classify.ClassName;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.InputColumn.CodeWord;
import fangpin.kernel.policy.InputColumn.Kind;
import fangpin.kernel.policy.InputColumn.Presence;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Programme.Result;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.settlement.ProgrammeRun.Outcome;
import fangpin.kernel.settlement.ProgrammeRun.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A grant of 1,000 yuan a head, cut by the days of a period, for those of one kind. */
class ProgrammeRunTest {
    private static final PolicyPack PACK = SampleProduct.pack();
    private static final LocalDate DAY = LocalDate.parse("2020-05-10");
    private static final Result GRANT = new Result("grant", NAMELESS, NAMELESS, 5);
    private static final Result CLASS = new Result("class", NAMELESS, NAMELESS, 6);
    private static final Reading ROUNDING = new Reading("R3", NAMELESS, List.of(CLAUSE), "down", List.of(), NAMELESS);

    /** Inputs 0 to 3, steps 4 to 6. */
    private static Programme programme(Presence presence, boolean open) {
        Program program = new Program(
                List.of("heads", "days", "period", "kind"),
                List.of(),
                List.of(
                        SampleProduct.step("year", new Operation.PerUnit(0, 100_000)),
                        SampleProduct.step("grant", new Operation.Prorate(4, 1, 2, Rounding.DOWN)),
                        SampleProduct.step(
                                "class",
                                new Operation.Classify(
                                        List.of(name("for-all"), name("for-some")),
                                        List.of(new Operation.Classify.Rule(2, new Guard(3, List.of(1)), null)),
                                        1))));
        return new Programme(
                "grant",
                NAMELESS,
                CLAUSE,
                Programme.Kind.GRANT,
                SampleProduct.YEAR,
                true,
                List.of(new Programme.Group(NAMELESS, CLAUSE)),
                List.of(
                        column("heads", Kind.COUNT, Presence.NEEDED, false),
                        column("days", Kind.COUNT, Presence.NEEDED, false),
                        column("period", Kind.MONEY, Presence.NEEDED, false),
                        column("kind", Kind.CODE, presence, open)),
                program,
                List.of(GRANT, CLASS),
                List.of(ROUNDING));
    }

    private static ClassName name(String word) {
        return new ClassName(word, new Text(word, word));
    }

    private static InputColumn column(String name, Kind kind, Presence presence, boolean open) {
        List<CodeWord> words = kind == Kind.CODE ? List.of(new CodeWord("a", "甲"), new CodeWord("b", "乙")) : List.of();
        return new InputColumn(name, NAMELESS, List.of(), kind, presence, words, open, null);
    }

    private static Outcome run(Programme programme, LocalDate date, long... values) {
        return ProgrammeRun.run(
                PACK,
                programme,
                date,
                java.util.stream.LongStream.of(values).boxed().toList());
    }

    private static Outcome.Granted granted(long... values) {
        return assertInstanceOf(Outcome.Granted.class, run(programme(Presence.NEEDED, false), DAY, values));
    }

    @Test
    void givesEveryResultWithItsTrace() {
        Outcome.Granted granted = granted(2, 100, 366, 1);
        assertEquals(54_644, granted.value(GRANT));
        assertEquals(2, granted.value(CLASS));
        assertEquals(1, granted(2, 100, 366, 2).value(CLASS));
        assertEquals(DAY, granted.date());
        assertEquals(
                List.of("year", "grant", "class"),
                granted.explanation().steps().stream()
                        .map(trace -> trace.step().id())
                        .toList());
        assertEquals(0, granted(0, 0, 1, 1).value(GRANT));
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31, OUTSIDE_PERIOD", "2020-01-01, ''", "2020-12-31, ''", "2021-01-01, OUTSIDE_PERIOD"})
    void holdsInItsPeriod(LocalDate date, String refused) {
        assertEquals(refused, refusal(run(programme(Presence.NEEDED, false), date, 1, 1, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, 1, NEEDED, false, BAD_INPUT",
        "1, -1, 1, 1, NEEDED, false, BAD_INPUT",
        "1, 1, -1, 1, NEEDED, false, BAD_INPUT",
        "1, 1, 1, 0, NEEDED, false, BAD_INPUT",
        "1, 1, 1, 0, OPTIONAL_CELL, false, ''",
        "1, 1, 1, 0, NEEDED, true, ''",
        "1, 1, 1, -1, NEEDED, true, BAD_INPUT",
        "1, 1, 1, 2, NEEDED, false, ''",
        "1, 1, 1, 3, NEEDED, false, BAD_INPUT",
        "1, 1, 1, 3, OPTIONAL_CELL, true, BAD_INPUT",
        "1, 1, 0, 1, NEEDED, false, NOT_COMPUTABLE",
        "9223372036854775807, 1, 1, 1, NEEDED, false, NOT_COMPUTABLE",
        "-1, 1, 0, 1, NEEDED, false, BAD_INPUT"
    })
    void refusesWhatCannotBe(
            long heads, long days, long period, long kind, Presence presence, boolean open, String refused) {
        assertEquals(refused, refusal(run(programme(presence, open), DAY, heads, days, period, kind)));
    }

    private static String refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Granted granted -> "";
            case Outcome.Refused refused -> refused.reason().toString();
        };
    }

    @Test
    void theFirstReasonIsTheOneGiven() {
        LocalDate outside = DAY.plusYears(1);
        assertEquals(
                new Outcome.Refused(Reason.OUTSIDE_PERIOD),
                run(programme(Presence.NEEDED, false), outside, -1, 1, 0, 1));
    }

    @Test
    void needsAValueForEachInput() {
        Programme programme = programme(Presence.NEEDED, false);
        assertThrows(IllegalArgumentException.class, () -> run(programme, DAY, 1, 1, 1));
    }

    @Test
    void theReceiptNamesEngineReadingsAndInputs() {
        Receipt receipt = granted(2, 100, 366, 1).receipt();
        assertEquals(Engine.VERSION, receipt.engineVersion());
        assertEquals("a1b2", receipt.packHash());
        assertEquals(Map.of("R3", "down"), receipt.readings());
        assertEquals(receipt, granted(2, 100, 366, 1).receipt());
        assertNotEquals(receipt.inputHash(), granted(2, 100, 366, 2).receipt().inputHash());
        Outcome nextDay = run(programme(Presence.NEEDED, false), DAY.plusDays(1), 2, 100, 366, 1);
        assertNotEquals(
                receipt.inputHash(),
                assertInstanceOf(Outcome.Granted.class, nextDay).receipt().inputHash());
    }

    @Test
    void aRegisterHasAColumnOrClassesOrNeither() {
        Programme programme = programme(Presence.NEEDED, false);
        assertEquals("period", programme.column(2).orElseThrow().name());
        assertEquals(List.of(), programme.classes(2));
        assertEquals(java.util.Optional.empty(), programme.column(5));
        assertEquals(List.of(), programme.classes(5));
        assertEquals(
                List.of("for-all", "for-some"),
                programme.classes(6).stream().map(ClassName::word).toList());
    }
}
