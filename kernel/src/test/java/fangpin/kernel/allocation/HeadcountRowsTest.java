package fangpin.kernel.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.allocation.FundRefusal.Reason;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadcountRowsTest {
    private static final List<Division> DIVISIONS = SampleScheme.SCHEME.divisions();
    private static final List<Measure> MEASURES = SampleScheme.SCHEME.measures();

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            division, measure,       value,           read
            10,       persons,       0,               0
            10,       persons,       007,             7
            10-park,  persons,       999999999999,    999999999999
            中d10,    中persons,     12,              12
            10,       block-amount,  0,               0
            10,       block-amount,  0.1,             10
            10,       block-amount,  0.01,            1
            10,       block-amount,  999999999999.99, 99999999999999
            """)
    void takesWholePersonsAndYuan(String division, String measure, String value, long read) {
        HeadcountRows rows = new HeadcountRows(DIVISIONS, MEASURES);
        assertTrue(rows.add(division, measure, value).isEmpty());
        String code = division.startsWith("中") ? division.substring(2) : division;
        String id = measure.startsWith("中") ? measure.substring(1) : measure;
        assertEquals(OptionalLong.of(read), rows.headcounts().value(code, id));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
            division, measure,      value,         reason
            11,       persons,      1,             UNKNOWN_DIVISION
            ``,       persons,      1,             UNKNOWN_DIVISION
            10 ,      person,       1,             UNKNOWN_MEASURE
            10,       ``,           1,             UNKNOWN_MEASURE
            10,       persons,      ``,            BAD_HEADCOUNT
            10,       persons,      -1,            BAD_HEADCOUNT
            10,       persons,      12.5,          BAD_HEADCOUNT
            10,       persons,      12.0,          BAD_HEADCOUNT
            10,       persons,      １２,           BAD_HEADCOUNT
            10,       persons,      1e3,           BAD_HEADCOUNT
            10,       persons,      1000000000000, BAD_HEADCOUNT
            10,       block-amount, -1.00,         BAD_AMOUNT
            10,       block-amount, 1.234,         BAD_AMOUNT
            10,       block-amount, .5,            BAD_AMOUNT
            10,       block-amount, 1.,            BAD_AMOUNT
            10,       block-amount, ``,            BAD_AMOUNT
            """)
    void refusesWhatIsNone(String division, String measure, String value, Reason reason) {
        FundRefusal refusal = new HeadcountRows(DIVISIONS, MEASURES)
                .add(division, measure, value)
                .orElseThrow();
        assertEquals(reason, refusal.reason());
        String read = switch (reason) {
            case UNKNOWN_DIVISION -> division;
            case UNKNOWN_MEASURE -> measure;
            case BAD_HEADCOUNT, BAD_AMOUNT -> value;
            case REPEATED_VALUE, MISSING_MEASURE, AMOUNTS_DIFFER, NOTHING_TO_SPLIT_BY, NO_CARRY_OVER, TOO_LARGE -> "?";
        };
        assertTrue(
                refusal.message().zh().contains("“" + read + "”"),
                refusal.message().zh());
        assertTrue(
                refusal.message().en().contains("\"" + read + "\""),
                refusal.message().en());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | 11 | persons | 10、10-park、20、15      | 10, 10-park, 20, 15
            false | '' | persons | 任何不为空的代码           | any code that is not empty
            true  | 10 | person  | persons（中persons）      | persons, block-amount
            """)
    void aRefusalSaysWhatWouldBeAccepted(boolean listed, String division, String measure, String zh, String en) {
        FundRefusal refusal = new HeadcountRows(listed ? DIVISIONS : List.of(), MEASURES)
                .add(division, measure, "1")
                .orElseThrow();
        assertTrue(
                refusal.message().zh().replace(", ", "、").contains(zh),
                refusal.message().zh());
        assertTrue(refusal.message().en().contains(en), refusal.message().en());
    }

    @Test
    void aFigureMayStandOnce() {
        HeadcountRows rows = new HeadcountRows(DIVISIONS, MEASURES);
        assertTrue(rows.add("10", "persons", "1").isEmpty());
        assertTrue(rows.add("10-park", "persons", "1").isEmpty());
        assertEquals(
                Reason.REPEATED_VALUE,
                rows.add("中d10", "persons", "1").orElseThrow().reason());
    }

    @Test
    void whereNoDivisionsAreListedAnyMayBeNamed() {
        HeadcountRows rows = new HeadcountRows(List.of(), MEASURES);
        assertTrue(rows.add("320703", "persons", "1").isEmpty());
        assertTrue(rows.add("320706", "persons", "1").isEmpty());
        assertEquals(
                Reason.UNKNOWN_DIVISION,
                rows.add("", "persons", "1").orElseThrow().reason());
        assertEquals(List.of("320703", "320706"), List.copyOf(rows.headcounts().divisions()));
    }

    @Test
    void aMessageShowsAtMostTwoHundredCharacters() {
        FundRefusal refusal = new HeadcountRows(DIVISIONS, MEASURES)
                .add("10", "persons", "9".repeat(1_000_000))
                .orElseThrow();
        assertTrue(refusal.message().en().length() < 400);
    }
}
