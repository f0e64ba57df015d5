package fangpin.batch.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file format: ⏎ stands for LF, ␍ for CR, ^ for a quote; an answer is row number and cells. */
class PlainCsvTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            a,b⏎1,2⏎            | 1:[a][b] 2:[1][2]
            a,b⏎1,2             | 1:[a][b] 2:[1][2]
            a,b␍⏎1,2␍⏎          | 1:[a][b] 2:[1][2]
            a,b⏎⏎⏎1,2⏎          | 1:[a][b] 4:[1][2]
            a,b␍⏎␍⏎1,2␍⏎        | 1:[a][b] 3:[1][2]
            a⏎ ⏎b               | 1:[a] 2:[ ] 3:[b]
            a⏎^^⏎b              | 1:[a] 2:[] 3:[b]
            a,b⏎,⏎              | 1:[a][b] 2:[][]
            a,⏎                 | 1:[a][]
            ^a,b^,^c ^^d^^^     | 1:[a,b][c ^d^]
            ^a⏎b^,c⏎d,e         | 1:[a⏎b][c] 2:[d][e]
            ^^,^^^^             | 1:[][^]
            a , b               | 1:[a ][ b]
            a^b,c               | 1:[a^b][c]
            ^a^b,c              | 1:[ab][c]
            a␍b,c               | 1:[a␍b][c]
            """)
    void recordsAndTheirNumbers(String text, String answer) {
        StringBuilder found = new StringBuilder();
        for (PlainRecord record :
                PlainCsv.parse(text.replace('⏎', '\n').replace('␍', '\r').replace('^', '"'))) {
            found.append(found.isEmpty() ? "" : " ").append(record.row()).append(':');
            record.cells().forEach(cell -> found.append('[').append(cell).append(']'));
        }
        assertEquals(
                answer, found.toString().replace('\n', '⏎').replace('\r', '␍').replace('"', '^'));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertEquals(
                List.of("a", "b"), PlainCsv.parse("\uFEFF\"a\",b").getFirst().cells());
    }

    @Test
    void noTextHasNoRecord() {
        assertEquals(List.of(), PlainCsv.parse(""));
        assertEquals(List.of(), PlainCsv.parse("\uFEFF\n\r\n"));
    }

    @Test
    void anUnclosedQuoteRefusesTheFileAndNamesItsRow() {
        PlainRefusal refusal = assertThrows(PlainRefusal.class, () -> PlainCsv.parse("a,b\n\n1,\"2\n3,4\n"));
        assertEquals(OptionalInt.of(3), refusal.row());
    }

    @Test
    void aLineIsQuotedOnlyWhereItMustBe() {
        assertEquals("a b,\"c,d\",\"e\"\"f\",\"g\nh\",", PlainCsv.line(List.of("a b", "c,d", "e\"f", "g\nh", "")));
    }
}
