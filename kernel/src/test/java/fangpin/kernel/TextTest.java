package fangpin.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({"ZH, 限额", "EN, limit"})
    void isInTheLanguageAskedFor(Text.Language language, String words) {
        assertEquals(words, new Text("限额", "limit").in(language));
    }
}
