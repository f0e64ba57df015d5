package fangpin.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseIdTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            text,         document, whole,      paragraph
            WH3 §3.1,     WH3,      WH3 §3.1,   0
            WH3 §3.1 ①,   WH3,      WH3 §3.1,   1
            WH3 §3.1 ③,   WH3,      WH3 §3.1,   3
            WH3 §3.1③,    WH3,      WH3 §3.1,   3
            WH3 §2b ⑩,    WH3,      WH3 §2b,    10
            WH6 annex,    WH6,      WH6 annex,  0
            WHT,          WHT,      WHT,        0
            LS §4.5.1,    LS,       LS §4.5.1,  0
            """)
    void isTakenApart(String text, String document, String whole, int paragraph) {
        ClauseId id = new ClauseId(text);
        assertEquals(document, id.document());
        assertEquals(new ClauseId(whole), id.whole());
        assertEquals(paragraph, id.paragraph());
        assertEquals(text, id.toString());
    }

    @ParameterizedTest
    @CsvSource({"SD §4.1, SD §4.1, 0", "SD §4.1, SD §4.2, -1", "WH3 §1, SD §9, 4"})
    void isOrderedByItsText(String a, String b, int order) {
        assertEquals(order, new ClauseId(a).compareTo(new ClauseId(b)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " WH3"})
    void namesADocument(String text) {
        assertThrows(IllegalArgumentException.class, () -> new ClauseId(text));
    }
}
