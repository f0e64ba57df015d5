package fangpin.packs.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.kernel.Text;
import fangpin.kernel.Text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two message files say the same things, and say all that the code asks for and nothing else. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/fangpin/packs/explain");
    private static final Pattern KEY = Pattern.compile("\"(quoted|[a-z]+(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Messages zh = Messages.in(Language.ZH);
    private final Messages en = Messages.in(Language.EN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(zh.keys(), en.keys());
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(used::add);
            }
        }
        assertEquals(used, zh.keys());
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        for (String key : zh.keys()) {
            assertEquals(places(zh, key), places(en, key), key);
        }
    }

    private static Set<String> places(Messages messages, String key) {
        String[] itself = {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}"};
        return PLACE.matcher(messages.text(key, itself))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aValueThatLooksLikeAPlaceStaysAsItIs() {
        assertEquals("“{0}”", zh.text("quoted", "{0}"));
    }

    @Test
    void anUnknownKeyFails() {
        assertThrows(IllegalStateException.class, () -> zh.text("no.such-key"));
    }

    @ParameterizedTest
    @CsvSource({
        "Supplementary medical insurance, supplementary medical insurance",
        "MRI scan, MRI scan",
        "already small, already small",
        "A, A"
    })
    void namesBeginSmallInsideAnEnglishSentence(String name, String inside) {
        assertEquals(inside, en.inside(new Text("名", name)));
        assertEquals("名", zh.inside(new Text("名", name)));
    }
}
