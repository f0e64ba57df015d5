package fangpin.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** 用字: the words that names of places and people are put together from, and the small tables of the module. */
final class Words {
    private static final Map<String, List<String>> SECTIONS = sections();

    private Words() {}

    /** The lines of a section of words.txt. */
    static List<String> of(String section) {
        return Objects.requireNonNull(SECTIONS.get(section), section);
    }

    /** The lines of a table of the module, its header left out, cut at commas. */
    static List<List<String>> table(String file) {
        return lines(file).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines("words.txt")) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else if (!line.startsWith("#")) {
                current.add(line);
            }
        }
        return sections;
    }

    private static List<String> lines(String file) {
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
