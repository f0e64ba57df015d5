package fangpin.batch.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money, dates and ids, one cell at a time. */
class PlainCellsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "0.0, 0.00",
        "0.01, 0.01",
        "1, 1.00",
        "1.5, 1.50",
        "01.05, 1.05",
        "000000000001, 1.00",
        "999999999999.99, 999999999999.99"
    })
    void moneyIsWrittenWithTwoDecimals(String cell, String written) {
        assertEquals(written, PlainMoney.text(PlainMoney.fen(cell)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".5",
                "1.",
                ".",
                "1.234",
                "1234567890123",
                "0000000000001",
                "-1",
                "+1",
                "1,000",
                "1e3",
                " 1",
                "1 ",
                "１",
                "٣",
                "1．5",
                "1.0.0",
                "￥1",
                "NaN",
                "1\n"
            })
    void notMoney(String cell) {
        assertFalse(PlainMoney.isMoney(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "2020-02-29", "2000-02-29", "2020-12-31", "9999-12-31"})
    void dates(String cell) {
        assertEquals(cell, PlainDate.read(cell).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000-01-01",
                "2019-02-29",
                "1900-02-29",
                "2020-02-30",
                "2020-04-31",
                "2020-13-01",
                "2020-00-01",
                "2020-01-00",
                "2020-01-32",
                "2020-2-3",
                "20200203",
                "2020/02/03",
                "10000-01-01",
                "+2020-01-01",
                "-2020-01-01",
                " 2020-01-01",
                "2020-01-01 ",
                "２０２０-01-01",
                "2020-01-01T00:00",
                "2020-01-01\n"
            })
    void notDates(String cell) {
        assertEquals("none", PlainDate.read(cell).map(Object::toString).orElse("none"));
    }

    @Test
    void idsAreOrderedByTheirBytes() {
        // U+FFE5 has the bytes EF BF A5 and U+20000 F0 A0 80 80; the chars of the latter begin with D840, the smaller
        // one.
        List<String> ordered = List.of("", " B1", "B1", "B1 ", "B10", "B2", "b1", "\uFFE5", "\uD840\uDC00");
        List<String> found =
                new ArrayList<>(Arrays.asList("\uD840\uDC00", "b1", "B2", "\uFFE5", "B10", "B1 ", "", "B1", " B1"));
        found.sort(PlainIds.BY_BYTES);
        assertEquals(ordered, found);
    }

    @Test
    void aValueIsCutAtTwoHundredCharactersNeverThroughOne() {
        PlainRecord record = new PlainRecord(2, List.of());
        assertEquals("9".repeat(200), cut(record, "9".repeat(200)));
        assertEquals("9".repeat(200), cut(record, "9".repeat(201)));
        assertEquals("\uD840\uDC00".repeat(200), cut(record, "\uD840\uDC00".repeat(201)));
    }

    private static String cut(PlainRecord record, String value) {
        return PlainReject.of(record, "", "bad-amount", "total_cost", value).value();
    }
}
