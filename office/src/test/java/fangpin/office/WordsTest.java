package fangpin.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.web.Language;
import fangpin.office.web.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages say the same things; what a page asks for is there; nothing is written wrongly for the places of its sentence. */
class WordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/fangpin/office");
    /** A key written out. */
    private static final Pattern KEY =
            Pattern.compile("\"((?:" + roomsOfPages().collect(Collectors.joining("|")) + ")\\.[a-z0-9.-]*[a-z0-9])\"");
    /** A single quote makes the rest of a sentence stand as it is; in a sentence it is written twice. */
    private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')'(?!')");

    /** Keys of maps that are none of the audit's, in files that write to it. */
    private static final Set<String> OTHER_MAPS = Set.of("allocated", "invested", "used", "used-share");

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesSayTheSameThings(String room) {
        assertEquals(words(room, "zh").stringPropertyNames(), words(room, "en").stringPropertyNames());
    }

    /** Of two sentences under one key the later one is read, and a page says something else than was meant. */
    @ParameterizedTest
    @MethodSource("rooms")
    void noKeyStandsTwice(String room) throws IOException {
        for (String language : List.of("zh", "en")) {
            List<String> keys =
                    Files.readAllLines(RESOURCES.resolve(room).resolve("messages_" + language + ".properties")).stream()
                            .filter(line -> line.matches("[a-z].*=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .toList();
            assertEquals(keys.stream().distinct().toList(), keys, language);
        }
    }

    @ParameterizedTest
    @MethodSource("roomsOfPages")
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

    /** The room {@code database} speaks at the terminal before there are pages: it fills its places in a way of its own. */
    private static Stream<String> roomsOfPages() {
        return rooms().filter(room -> !room.equals("database"));
    }

    private static Stream<String> rooms() {
        try (Stream<Path> folders = Files.list(RESOURCES)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("messages_zh.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a record of the audit tells is told field by field; each field that the code writes has words. */
    @Test
    void everyFieldOfTheAuditHasWords() {
        Set<String> known = words("access", "zh").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (Path file : sources()) {
            String source = read(file);
            if (source.contains("AuditAction.")) {
                Matcher maps = Pattern.compile("Map\\.of\\(").matcher(source);
                while (maps.find()) {
                    List<String> parts = parts(source, maps.end());
                    for (int at = 0; at < parts.size(); at += 2) {
                        String field = parts.get(at).strip();
                        if (!field.matches("\"[a-z-]+\"")) {
                            // keys of words, of another map; a field that is worked out would be told by nobody
                            assertTrue(field.isEmpty() || field.matches("\"[a-z]+\\.[a-z.-]+\""), file + " " + field);
                            continue;
                        }
                        String name = field.substring(1, field.length() - 1);
                        found.add(name);
                        if (!known.contains("detail." + name) && !OTHER_MAPS.contains(name)) {
                            missing.add(name + " in " + file.getFileName());
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(found.size() > 100, found.toString());
    }

    /** The arguments of a call that was opened before this place, each as it is written. */
    private static List<String> parts(String source, int from) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 1;
        boolean quoted = false;
        for (int at = from; depth > 0; at++) {
            char c = source.charAt(at);
            quoted = c == '"' ? !quoted : quoted;
            if (!quoted && "([{".indexOf(c) >= 0) {
                depth++;
            } else if (!quoted && ")]}".indexOf(c) >= 0) {
                depth--;
            }
            if (depth == 0 || (depth == 1 && c == ',' && !quoted)) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        return parts;
    }

    @Test
    void keysAmongOtherWordsAreToldInWords() {
        String told =
                Words.in(Language.CHINESE).inWords("rows 3 fields register.field.name register.nothing-of-it a.csv");
        assertEquals("rows 3 fields 姓名 register.nothing-of-it a.csv", told);
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
