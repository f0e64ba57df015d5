package fangpin.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say the same things; what a page asks for is there; nothing is written wrongly for the places of its sentence. */
class WordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/fangpin/office");
    private static final Pattern KEY = Pattern.compile(
            "\"((?:web|register|access|policy|settlement|enrolment|claims|project|supervision)\\.[a-z0-9.-]*[a-z0-9])\"");
    /** A single quote makes the rest of a sentence stand as it is; in a sentence it is written twice. */
    private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')'(?!')");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "register",
                "access",
                "policy",
                "settlement",
                "enrolment",
                "claims",
                "project",
                "supervision",
                "database"
            })
    void bothLanguagesSayTheSameThings(String room) {
        assertEquals(words(room, "zh").stringPropertyNames(), words(room, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "register",
                "access",
                "policy",
                "settlement",
                "enrolment",
                "claims",
                "project",
                "supervision"
            })
    void noSentenceLosesItsPlacesByAQuote(String room) {
        for (String language : List.of("zh", "en")) {
            Properties words = words(room, language);
            for (String key : words.stringPropertyNames()) {
                assertTrue(!LONE_QUOTE.matcher(words.getProperty(key)).find(), () -> room + " " + language + " " + key);
            }
        }
    }

    @Test
    void everyKeyThatIsWrittenOutIsThere() {
        Set<String> missing = new TreeSet<>();
        for (Path file : sources()) {
            Matcher keys = KEY.matcher(read(file));
            while (keys.find()) {
                String key = keys.group(1);
                int dot = key.indexOf('.');
                String rest = key.substring(dot + 1);
                Set<String> known = words(key.substring(0, dot), "zh").stringPropertyNames();
                if (!known.contains(rest) && known.stream().noneMatch(one -> one.startsWith(rest + "."))) {
                    missing.add(key + " in " + file.getFileName());
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Properties words(String room, String language) {
        Properties words = new Properties();
        try (var reader =
                Files.newBufferedReader(RESOURCES.resolve(room).resolve("messages_" + language + ".properties"))) {
            words.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }
}
